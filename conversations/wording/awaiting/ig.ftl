# Igbo, for the customer's conversation. It awaits a native reader: what is not here is said in English.
# In all entries: $business who asks, $purpose why, $support who the person to talk to is, $privacy a page.

## Greeting and consent

consent =
    Ndewo! { $business } sị m nyere gị aka igosi ozi gbasara layini MTN maọbụ Airtel gị maka { $purpose }. Ọ na-ewe ihe dị ka nkeji abụọ.

    Ọ bụrụ na i kwere, { $business } ga-ahụ ihe ndị a banyere layini gị:
    { $parts }

    Naanị maka { $purpose }, ruo ọnwa { $months }; ọ na-akwụsị n'onwe ya ma ọ bụrụ na agụghị m ihe ruo ụbọchị { $unused }.{ $identity ->
        [yes] {""}
       *[no] {" "}{ age-check }
    }{ $several ->
        [yes] {" "}Iji hapụ ihe, dee "choose".
       *[no] {""}
    } Iji kwụsị ya mgbe ọ bụla, dee "unlink".
consent-identity = aha gị, nwoke maọbụ nwaanyị, na ụbọchị ọmụmụ
consent-balances = ego oku na data fọdụrụ
consent-transactions = otu ego oku na data si abata na apụ
age-check = { $adult ->
    [0] {""}
   *[other] M na-ele ụbọchị ọmụmụ otu ugboro, naanị iji hụ na onye nwe layini eruola afọ { $adult }: anaghị m edebe ya, { $business } anaghịkwa enweta ya.
}
one-by-one = Ọ dị mma, otu n'otu. Ị kwerebeghị ihe ọ bụla tupu azịza gị ikpeazụ.
ask-scope = { $scope ->
    [identity] Ka { $business } hụ { consent-identity }?{ age-check-otherwise }
    [balances] Ka { $business } hụ { consent-balances }?
   *[transactions] Ka { $business } hụ { consent-transactions }?
}
age-check-otherwise = { $adult ->
    [0] {""}
   *[other] {" "}Ma ọ bụghị, m na-ele ụbọchị ọmụmụ otu ugboro, naanị iji hụ na onye nwe layini eruola afọ { $adult }: anaghị m edebe ya, { $business } anaghịkwa enweta ya.
}
scopes-left-out = Ahapụla: { $reads }.
scopes-agreed = E kwetala: { $business } ga-ahụ { $reads }, ọ bụghị ihe ọzọ nke layini gị.
consent-agent = { $agent_given ->
    [no] { $business } zitere gị link a. Okwu abụọ so ya ga-abụ { $first } { $second }. Ọ bụrụ na ọ bụghị, pịa "Mba, daalụ".
   *[yes] { $agent } nke { $business } zitere gị link a. Okwu abụọ { $agent } na-ahụ ga-abụ { $first } { $second }. Ọ bụrụ na ọ bụghị, pịa "Mba, daalụ".
}
consent-changed = Ihe e dere agbanweela kemgbe a jụrụ gị. Nke a bụ ihe ọ na-ekwu ugbu a.
consent-again = Ị kwere ka { $business } hụ ozi layini gị a?
number-forgotten = Ọ dị mma, agaghị m eji nọmba ahụ. Mbụ azịza gị; mgbe ahụ ị nwere ike inye ọzọ.
number-kept = M debere { $number_given ->
    [no] nọmba gị
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}na { $network }
} maka e mesịa. Azịza gị buru ụzọ; kwere naanị ma layini ahụ bụrụ nke gị.
declined = Ọ dị mma. E jikọghị layini { $lines ->
    [0] ọ bụla
   *[other] ọzọ
} ugbu a. Ọ bụrụ na ị gbanwee obi, degara m ebe a.
put-off = Ọ dị mma, oge ọzọ. E kekọrịtaghị ihe ọ bụla, njikọ gị ka na-arụ ọrụ: dere m ebe a mgbe ị dị njikere.
stale-link = Link ahụ agaghị arụ ọrụ ọzọ. Ị nwere ike ịga n'ihu ebe a, maọbụ rịọ onye ọrụ gị nke ọhụrụ.
still-here = Anyị nọ n'etiti ya. Ọ dịghị ihe furu efu.

## While an operator has paused linking

paused = { $words_given ->
    [no] { $business } akwụsịtụla ijikọ layini ugbu a.
   *[yes] { $business } akwụsịtụla ijikọ layini ugbu a: "{ $words }"
}
paused-code = Anaghị anara koodu ugbu a: e jighị nke gị mee ihe. Ị ga-enweta nke ọhụrụ mgbe anyị gara n'ihu.
paused-kept = Ọ dịghị ihe furu efu. Mgbe anyị lọtara, otu mpịa ga-aga n'ihu ebe ị kwụsịrị. A ga-ehichapụ ihe ị gwara m { $until }, maọbụ ozugbo ma i dee "delete".
paused-later = Agaghị m ajụ ihe ọ bụla gbasara layini gị ruo mgbe ahụ. Mgbe anyị lọtara, otu mpịa ga-amalite.
paused-lines = Layini ị jikọrọ na-arụ ọrụ dị ka mgbe niile, ị nwekwara ike iji /unlink kwụsị ya mgbe ọ bụla.

## The line

ask-number = Gịnị bụ nọmba ekwentị layini gị? Dee ya dị ka 0803 123 4567{ $share ->
    [yes] , maọbụ pịa "Zite nọmba m" n'okpuru
   *[no] {""}
}. Naanị nke gị: a ga-ezigara ya koodu.
ask-number-own = Gịnị bụ nọmba ekwentị layini gị? Họrọ { $number }, maọbụ dee ọzọ nke gị.
number-not-a-number = Ahụghị m nọmba ekwentị n'ime ya. Nke ziri ezi dị ka 0803 123 4567.
own-number-unseen = Anaghị m ahụ nọmba ekwentị a. { $share ->
    [yes] Pịa "Zite nọmba m" n'okpuru, maọbụ dee ya.
   *[no] Biko dee ya.
}
number-too-short = Nọmba ahụ dị mkpụmkpụ. Nọmba ekwentị Naịjirịa nwere mkpụrụ 11, dị ka 0803 123 4567.
number-too-long = Nke ahụ abụghị nọmba ekwentị Naịjirịa: o nwere mkpụrụ 11, malitekwa na 0, dị ka 0803 123 4567.
number-foreign = Nke ahụ abụghị nọmba Naịjirịa. Naanị layini MTN maọbụ Airtel nke Naịjirịa ka m na-ejikọ, dị ka 0803 123 4567.
number-not-mobile = Nke ahụ abụghị nọmba ekwentị aka. Achọrọ m nọmba SIM MTN maọbụ Airtel, dị ka 0803 123 4567.
number-first = Nọmba buru ụzọ; netwọk na-eso.
contact-not-own = Maka nchekwa gị, naanị kaadị nọmba nke gị ka m na-anara. Ọ bụrụ na layini bụ nke gị, dee nọmba ya.
contact-out-of-place = Achọghị m kaadị nọmba ugbu a.
link-for-other-number = Link a bụ maka { $number } naanị. Jiri layini ahụ gaa n'ihu, maọbụ rịọ onye ọrụ gị link nke ọzọ.
link-number-not-typed = E dere ọtụtụ nọmba ndị ọzọ ebe a, ya mere anaghị m anarazi nọmba e dere ede maka link a. Ọ bụrụ na { $number } bụ nke gị, jiri netwọk ya gaa n'ihu, zite nọmba gị maọbụ si na ya degara m. Maka laịn ọzọ, rịọ onye ọrụ gị link.
ask-network = { $number }: olee netwọk layini a nọ ugbu a?{ $likely_given ->
    [no] {""}
   *[yes] {" "}Ọ dị ka { $likely }; ọ bụrụ na i bugara nọmba ahụ, họrọ nke ọzọ.
} Netwọk ahụ ga-ezite koodu site na SMS.
network-again = Olee netwọk { $number } nọ ugbu a?{ $proven ->
    [yes] {""}
   *[no] {" "}Họrọ naanị ma layini bụrụ nke gị.
}
own-line = Họrọ naanị ma layini a bụrụ nke gị.
network-not-served = A na-ejikọbeghị { $network }. Ugbu a, naanị MTN na Airtel.
other-line-or-end = Ị nwere layini ọzọ, MTN maọbụ Airtel? Nye m nọmba ya. Ọ bụrụ na mba, pịa "Kagbuo": e gosighị ihe gị ọ bụla, o nweghịkwa nsogbu.
network-unclear = MTN maọbụ Airtel? Pịa ya maọbụ dee ya. Nọmba ahụ ezighị ezi? Pịa "Gbanwee nọmba".
not-on-either = MTN na Airtel amaghị { $number }. Lelee mkpụrụ ya wee degharịa, maọbụ nke layini ọzọ.
not-on-network = { $network } amaghị { $number }. Ma eleghị anya layini nọ na netwọk nke ọzọ, maọbụ e nwere mperi na nọmba.

## Sending the code

still-sending = M na-arịọ { $network } ka o zite koodu gị na { $number }. Ọ nwere ike iwe sekọnd 15. Ọ bụghị layini ahụ? Dee "cancel".
ask-otp =
    { $network } ezitela { $shortest ->
        [0] koodu
       *[other] { $same ->
            [yes] koodu mkpụrụ { $shortest }
           *[no] koodu mkpụrụ { $shortest } ruo { $longest }
        }
    } site na SMS na { $number }. Dee nke kacha ọhụrụ ebe a naanị. Ọ na-ekwe ka { $business } gụọ layini a, ọ bụghị ihe ọzọ: o nweghị ike ibufe ego. Enyela ya onye ọ bụla, ọbụna onye ọrụ anyị.
line-elsewhere = E jikọkwara layini a na chat ọzọ. Ọ bụrụ na ị gaa n'ihu, ha abụọ ga-ahụ ya. Nke ọzọ ga-anụ ozugbo, nke ọ bụla nwere ike ịkwụsị ya maka ha abụọ. Ọ bụrụ na ị maghị ya, dee "cancel", e mesịa "person".
line-shared-elsewhere = E jikọkwara ya na chat ọzọ: ha abụọ ga-ahụ ya, nke ọ bụla nwere ike ịkwụsị ya maka ha abụọ. Nke ọzọ anụla. Ọ bụrụ na ị maghị ya, dee "unlink", e mesịa "person".
otp-hint = Netwọk kwuru: "{ $hint }"
ask-new-code = Koodu { $network } ikpeazụ agaghị arụ ọrụ ọzọ. Pịa "Zite koodu ọhụrụ".
then-network-again = Mgbe ahụ pịa { $network } ọzọ.
new-code-wait = Ị nwere ike ịrịọ koodu ọhụrụ mgbe { $wait } gasịrị.{ $sent ->
    [yes] {" "}Ọ bụrụ na SMS abịaghị, lelee ma nọmba ziri ezi ma ekwentị nwekwara netwọk.
   *[no] {""}
}
code-sent = { $network } zitere SMS ahụ { $ago } gara aga.
code-sent-next = Lelee ma nọmba ziri ezi ma ekwentị nwekwara netwọk. Maka koodu ọzọ, pịa "Zite koodu ọhụrụ": naanị nke ahụ ga-arụ ọrụ.
codes-used-up = Ị natala koodu niile maka ugbu a. Ị nwere ike ịrịọ ọzọ { $again }, mgbe { $wait } gasịrị.
sending-unavailable = Enwetaghị m { $network } ugbu a, ya mere e ziteghị koodu. Biko nwaa ọzọ mgbe otu nkeji gasịrị.
sending-busy = { $network } nwere nnukwu ọrụ, o ziteghị koodu. Biko nwaa ọzọ mgbe { $wait } gasịrị.
sending-not-possible = { $network } enweghị ike izite koodu na layini a, ya mere e nweghị ike ijikọ ya ugbu a. I mehieghị ihe. Ọ bụrụ na SMS abịa, koodu ya agaghị arụ ọrụ. Nwaa ọzọ e mesịa, maọbụ dee "person".
sending-unknown = { $network } azaghị n'oge, ya mere amaghị m ma koodu ọ na-abịa. Ọ bụrụ na SMS abịa, koodu ya agaghị arụ ọrụ. Mgbe { $wait } gasịrị ị nwere ike ịhọrọ netwọk gị ọzọ maka nke ọhụrụ.
our-fault = O nwere ihe na-adịghị mma n'akụkụ anyị, ọ bụghị gị ga-edozi ya. Ozi gị dị n'udo. Ịkwesịghị ịza ugbu a: nwaa ọzọ e mesịa, maọbụ gwa { $support }.
limit-otp-requests-per-number-day = Nọmba a anatala koodu niile nke taa. Ị nwere ike ịrịọ ọzọ { $again }, mgbe { $wait } gasịrị.
limit-otp-requests-per-number-day-unproven = E debeere onye nwe nọmba a koodu ya fọdụrụ taa. Ọ bụrụ nke gị, jiri bọtịn zite ya, maọbụ si na ya degara m. Ma ọ bụghị, biko nwaa ọzọ { $again }, mgbe { $wait } gasịrị.
limit-otp-request-pause-per-number = Koodu gara na nọmba a ugbu a, ya mere e ziteghị ọzọ. Ị nwere ike ịrịọ nke na-esote mgbe { $wait } gasịrị.
limit-otp-requests-per-contact-day = Ị natala koodu gị niile nke taa. Ị nwere ike ịrịọ ọzọ { $again }, mgbe { $wait } gasịrị.
limit-otp-requests-per-hour = Ọtụtụ mmadụ na-ejikọ ugbu a, ya mere e ziteghị koodu. Nwaa ọzọ { $again }, mgbe { $wait } gasịrị.
limit-otp-requests-per-prefix-hour = Ọtụtụ koodu gara na nọmba dị ka nke a, ya mere e ziteghị. Nwaa ọzọ { $again }, mgbe { $wait } gasịrị.
limit-otp-requests-kept-for-owners = A na-arịọ ọtụtụ koodu ugbu a, ya mere e debeere ndị nwe nọmba ndị fọdụrụ. Ọ bụrụ na nke a bụ nke gị, jiri bọtịn zite ya, maọbụ si na ya degara m. Ma ọ bụghị, biko nwaa ọzọ { $again }, mgbe { $wait } gasịrị.

## Checking the code

still-checking = M na-elele koodu gị. Ọ nwere ike iwe sekọnd 15.
still-linking = Koodu gị ziri ezi, ana m ejikọ layini gị. { $again ->
    [yes] Ọ na-ewe oge karịa ka ọ na-adị: m na-anwa ruo nkeji ole na ole, m ga-agwa gị ebe a.
   *[no] Ọ nwere ike iwe sekọnd 15.
}
code-wrong-length = Nke ahụ abụghị koodu: koodu nwere mkpụrụ { $same ->
    [yes] { $shortest }
   *[no] { $shortest ->
        [0] { $longest } maọbụ obere karịa
       *[other] { $shortest } ruo { $longest }
    }
}, ha niile n'otu ozi. E belataghị mnwale gị.
pin-not-needed = A naghị achọ PIN ebe a, ejighị m ya eme ihe. Agwala onye ọ bụla.
code-not-understood = Aghọtaghị m nke ahụ. Ana m eche koodu na-aga na { $number }: dee ya ebe a. Ọ dị onye na-arịọ gị ya? Enyela ya onye ọ bụla.
no-code-yet = Koodu abịabeghị? Ọ nwere ike iwe nkeji abụọ. Ọ na-aga na { $number }. Ọ dị onye na-arịọ gị ya? Enyela ya onye ọ bụla.
change-by-button = Koodu ka m na-eche ugbu a. Maka nọmba maọbụ netwọk ọzọ, pịa "Gbanwee nọmba".
code-too-early = Ọ bụrụ nọmba ekwentị gị, o kwesịrị mkpụrụ 11, dị ka 0803 123 4567. Ọ bụrụ koodu, oge ya erubeghị; ejighị m ya. Agwala onye ọ bụla koodu.
code-out-of-place = Nke ahụ dị ka koodu, ma anaghị m eche ya ugbu a, ya mere ejighị m ya. Koodu ochie anaghị arụ ọrụ. Agwala onye ọ bụla koodu.
code-not-typed = Koodu dị n'ime ya, ejighị m ya: naanị koodu i dere dị ka ozi ọhụrụ ka m na-agụ. Ezigala onye ọ bụla koodu.
delete-your-code = { $deletes ->
    [yes] {""}
   *[no] Biko hichapụ ozi gị nwere koodu ugbu a: enweghị m ike.
}
wrong-code = Koodu ahụ ezighị ezi. O fọrọ { $tries ->
    [1] mnwale 1
   *[other] mnwale { $tries }
}. Lelee SMS kacha ọhụrụ si { $network }.
wrong-code-unsure = Netwọk anabataghị koodu ahụ. Ọ bụrụ na ọ bụ nke mbụ, nlele ahụ na-enweghị azịza nwere ike iji ya gwụchaa: rịọ koodu ọhụrụ.{ $tries ->
    [0] {""}
    [1] {" "}Maọbụ lelee SMS kacha ọhụrụ: o fọrọ mnwale 1.
   *[other] {" "}Maọbụ lelee SMS kacha ọhụrụ: o fọrọ mnwale { $tries }.
}
same-code = I zitelarị koodu ahụ, o zighịkwa ezi. A nwaleghị ya ọzọ, ya mere e belataghị mnwale. Lelee SMS kacha ọhụrụ si { $network }.
wrong-code-last = Koodu ahụ ezighịkwa ezi, ọ bụkwa mnwale ikpeazụ.
code-expired = Koodu ahụ emeela ochie: koodu na-arụ ọrụ nkeji iri.
check-unavailable = Enwetaghị m netwọk, ya mere a leleghị koodu gị, e belataghịkwa mnwale. Degharịa ya mgbe otu nkeji gasịrị.
check-unknown = Netwọk azaghị, ya mere amaghị m ma koodu ziri ezi.{ $tries ->
    [0] {""}
   *[other] {" "}O nwere ike ịgwụla: degharịa ya otu ugboro, maọbụ rịọ nke ọhụrụ.
}
limit-otp-checks-per-number-day = A nwalela ọtụtụ koodu maka nọmba a taa. Nwaa ọzọ { $again }, mgbe { $wait } gasịrị.
link-again = Koodu gị ziri ezi, ma nzọụkwụ ikpeazụ kụrụ afọ n'ala, koodu agwụkwala. Ndo. Họrọ netwọk gị maka nke ọhụrụ.

## Linked

linked = E jikọla layini { $network } gị { $number }.
summary = { $details }
as-of = { $today ->
    [yes] Nke taa
   *[no] Nke { $at_date }
}, { $at_time }.
as-of-stale = { $today ->
    [yes] Nke taa
   *[no] Nke { $at_date }
}, { $at_time }; netwọk azaghị ugbu a.
as-of-unknown = Netwọk azaghị ugbu a, ya mere nke a nwere ike ịbụ nke mbụ.
summary-masked = M na-egosi akụkụ aha naanị, n'ihi na o nwebeghị onye gosiri m na nọmba a bụ nke gị. { $share ->
    [yes] Iji hụ ya niile, pịa "Zite nọmba m" n'okpuru.
   *[no] Iji hụ ya niile, jikọọ layini site na chat nke nọmba ahụ.
} Ọ bụghị aha gị? Dee "not my name".
identity = { $network } { $number }
    { $details }
not-my-name = Nke ahụ bụ aha dị na ndekọ netwọk. Layini nwere ike ịdị n'aha onye ọzọ, maọbụ ndekọ ahụ ezighị ezi: naanị netwọk nwere ike idozi ya. { $agent_given ->
    [no] Iji gwa mmadụ na { $business } okwu: { $support }.
   *[yes] Agwala m { $agent } nke { $business }. Ha ekwughị ihe { $until }? Jụọ { $support }.
} M ga-agba nkịtị ruo mgbe ahụ; pịa "Gaa n'ihu" iji soro m gaa. Ọ bụrụ na ịchọghị igosi layini a, dee "unlink": m na-anụ nke ahụ mgbe niile.
already-here = E jikọlarị layini { $network } gị { $number } na chat a, ya mere achọghị koodu. Ihe i kwetara ugbu a malitere taa. Dee "receipt" maka akwụkwọ gị.
line-too-young = Onye nwe { $number } erubeghị afọ { $age }, ya mere anaghị m egosi layini a. E kweghị ka { $business } gụọ ya, ehichapụla m ihe m nwere. I mehieghị ihe. Ọ bụrụ na ụbọchị ọmụmụ ezighị ezi, gwa netwọk gị ka o dozie ya.
summary-no-identity = { $network } enyeghị aha maka layini a.
summary-no-balances = { $network } enyeghị ego fọdụrụ maka layini a.
summary-nothing = Netwọk enyebeghị ozi maka layini a. Dee "balance" e mesịa ka ị hụ ya.
summary-processing = E jikọla layini { $network } gị { $number }. { $network } na-akwado ozi gị. M ga-ezite ya ebe a n'onwe m, n'ime nkeji ole na ole. Ịkwesịghị ichere.
summary-later = E jikọla layini { $network } gị { $number }. Ozi ahụ na-egbu oge karịa mgbe niile; m ga-ezite ya ebe a mgbe ọ bịara.
summary-given-up = { $network } enyebeghị ozi { $number } n'otu ụbọchị. Layini ahụ ka jikọrọ; dee "balance" iji nwaa ọzọ.
reading-next = M ka na-agụ layini gị. E mesịa ihe ị jụrụ ugbu a.
reading-pending = Netwọk ka na-akwado ya, ya mere o nwebeghị ihe m ga-egosi. Ọ pụtaghị na o nweghị. Jụọ ọzọ mgbe nkeji ole na ole.
reading-missing = Netwọk amaghị layini a ugbu a, ya mere agụlighị m ya. Ọ ka jikọrọ. M ga-ajụ ọzọ n'onwe m, gwakwa gị ma ọ bụrụ na ọ kwụsịla kpamkpam.
still-reading = M na-agụ layini gị. Ihe m hụrụ ga-abịa ebe a n'onwe ya.
receipt = Akwụkwọ nnata { $reference }: na { $at_date } na { $at_time } i kwere ka { $business } gụọ { $reads }, maka { $purpose }, ruo { $end_date }, { $end_time }. Ọ na-akwụsị tupu mgbe ahụ ma ọ bụrụ na agụghị m ihe ruo ụbọchị { $unused }.
receipt-first-release = Akwụkwọ nnata { $reference }: na { $at_date } na { $at_time } i kwetara ihe e dere { $version }. E deghị onye jụrụ, ihe kpatara ya na mgbe ọ ga-akwụsị n'oge ahụ.
receipt-ends = Ọgụgụ na-akwụsị n'onwe ya na { $end_date }, { $end_time }, maọbụ tupu mgbe ahụ ma ọ bụrụ na agụghị m ihe ogologo oge.
receipt-narrowed = Kemgbe { $at_date } na { $at_time } e belatala ya: naanị { $reads }.
receipt-page = Onye na-enwe obi abụọ ga-ahụ ebe a ma ọ ka na-arụ ọrụ: { $page }
receipt-no-line = O nweghị layini e jikọrọ na ya, ya mere anaghị agụ ihe ọ bụla.
receipt-ended = Akwụkwọ nnata { $reference }: e kwetara na { $at_date } na { $at_time }{ $business_given ->
    [no] {""}
   *[yes] {" "}na { $business }
}, ọ kwụsịrị na { $ended_date } na { $ended_time }: { $why }.
receipts-none = E kwetabeghị ihe ọ bụla na chat a.
receipts-unreadable = { $n ->
    [1] E nwere otu ndekọ ọzọ gbasara chat a
   *[other] E nwere ndekọ { $n } ọzọ gbasara chat a
} nke m na-enweghị ike ịgụ ugbu a. Biko jụọ { $support }.
reads = { $identity ->
    [yes] { scope-identity }{ $balances ->
        [yes] , { scope-balances }
       *[no] {""}
    }{ $transactions ->
        [yes] , { scope-transactions }
       *[no] {""}
    }
   *[no] { $balances ->
        [yes] { scope-balances }{ $transactions ->
            [yes] , { scope-transactions }
           *[no] {""}
        }
       *[no] { scope-transactions }
    }
}
scope-identity = aha gị, nwoke maọbụ nwaanyị, na ụbọchị ọmụmụ
scope-balances = ego gị fọdụrụ
scope-transactions = mbata na mpụta ego gị
ended-customer = ị kwụsịrị ya
ended-time = oge ya zuru
ended-unused = e jighị ya mee ihe
ended-renewed = nkwekọrịta ọhụrụ nọchiri ya
ended-other-chat = a kwụsịrị ya na chat ọzọ
ended-network = netwọk kwụsịrị ya, i mehieghị ihe
ended-age = onye nwe layini erubeghị afọ
ended-operator = otu onye n'ụlọ ọrụ ahụ kwụsịrị ya maka gị
receipt-head = Akara ya na ndekọ anyị: { $head }. Debe ya: onye na-enyocha ga-eji ya hụ ma a gbanwere ya ma emechaa.
receipt-next = { $business } maara ugbu a: maka { $purpose } ọ bụ ha ka ị ga-ajụ. Ihe i nwere ike ime ebe a: { $balances ->
    [yes] {"balance, "}
   *[no] {""}
}{ $transactions ->
    [yes] {"transactions, "}
   *[no] {""}
}unlink, delete. Naanị dee okwu ahụ.
already-linked = E jikọlarị layini gị. Iji kwụsị igosi ya, dee "unlink".
born = amụrụ { $date }
born-masked = amụrụ { $decade }•
female = nwaanyị
male = nwoke

## Afterwards

menu = { $lines ->
    [1] E jikọla layini gị.
   *[other] I nwere layini { $lines } e jikọrọ.
} Gịnị ka ị chọrọ ịhụ? Iji hụ ihe niile dị, dee "help".
balances = { $network } { $number }
    { $details }
which-transactions = { $network } { $number }{ $when_given ->
    [yes] , { $when }
   *[no] {""}
}{ $way ->
    [in] , ego batara
    [out] , ego pụrụ
   *[both] {""}
}
from-to = { $first } ruo { $last }
transactions =
    { which-transactions }{ $place ->
        [1] {""}
       *[other] {" "}· ibe { $place }
    }
    { $details }
transactions-none = O nweghị mbata na mpụta ego: { which-transactions }.
transactions-no-more = Nke ahụ bụ ha niile.
transactions-unfinished = Elebeghị m ha niile anya: netwọk na-egbu oge. Dee "more" ka m lelee azụ ọzọ.
transactions-more-of-what = Ndị ọzọ nke gịnị?
transactions-unread = { $n ->
    [1] Otu ọzọ bịara n'ụdị m na-enweghị ike ịgụ, ahapụrụ m ya.
   *[other] { $n } ọzọ bịara n'ụdị m na-enweghị ike ịgụ, ahapụrụ m ha.
}
transactions-as-of = Netwọk azaghị ugbu a: a gụrụ nke a { $today ->
    [yes] taa
   *[no] na { $at_date }
} na { $at_time }.
transactions-not-yet = Oge ahụ erubeghị. Dee ọnwa ruworo, dị ka "transactions october".
transactions-no-such-day = O nweghị ụbọchị ahụ na kalenda. Dee dị ka "transactions october" maọbụ "transactions 2026-10".
transactions-which-time = Olee oge ị na-ekwu? Dee dị ka "transactions october" maọbụ "transactions 2026-10".
statement = Ndekọ ego gị, { which-transactions }: { $n ->
    [1] otu ugboro
   *[other] ugboro { $n }
}, { $received } batara, { $spent } pụrụ.
statement-columns = Ụbọchị, Oge, Mbata, Mpụta, Ego, Gịnị, Fọdụrụ mgbe ahụ
statement-stopped = Netwọk kwụsịrị ịza, ya mere o malitere na { $at_date } naanị. Maka nke bu ụzọ, rịọ oge mbụ.
statement-other = Maka oge ọzọ, dee dị ka "statement october" maọbụ "statement 2026-08 to 2026-10".
file-link = Iji nweta faịlụ ahụ, mepee nke a n'ime nkeji iri. Ọ na-arụ ọrụ otu ugboro: { $link }
transaction = { $date } · { $sign }{ $amount } { $way ->
    [in] batara
   *[out] pụrụ
}{ $narration_given ->
    [no] {""}
   *[yes] {" "}· { $narration }
}
balance-owed = i ji ụgwọ { $amount }
group-airtime = Ego oku
group-bonus = Onyinye
group-data = Data
group-calls = Oku na SMS
group-roaming = Mba ọzọ
group-other = Ndị ọzọ
balances-anew = Netwọk ga-enye ọnụ ọgụgụ ọhụrụ mgbe { $left } gasịrị.
balances-more = na { $n } ọzọ
ask-more = Ị chọrọ ọzọ? Ị nwekwara ike ide ọnwa, "in" maọbụ "out".
ask-other = Maka ndị ọzọ, dee ọnwa, "in" maọbụ "out".
usage = { $network } { $number }, { $from } ruo { $until }
    Ego pụrụ { $spent }: ego oku (oku, SMS) { $airtime } · data { $data } · ndị ọzọ { $other } · ụgwọ a kwụrụ { $repaid }
    Ego batara { $received }
    { $loans ->
        [yes] Ego agbaziri { $borrowed }, a kwụghachiri { $repaid }; ụgwọ kacha ibu n'otu oge { $debt }
       *[no] A gbazighị ego
    }
    { $biggest }
    { $months }
usage-month = { $month }: pụrụ { $spent }, batara { $came }
usage-biggest = Data kacha ibu: { $narration }, { $amount }, { $date }
usage-no-bundle = A zụghị data
usage-none = { $network } { $number }: o nweghị ego oku batara maọbụ pụrụ site na { $from } ruo { $until }.
usage-begins = { $network } egosighị ihe tupu { $since }: layini ọhụrụ, maọbụ nke si na netwọk ọzọ bịa, enweghị nke mbụ.
usage-ported = Nọmba a malitere na netwọk ọzọ. { $network } na-egosi naanị ihe mere kemgbe ọ bịara, site na { $since }.
usage-stopped = Enwere m ike ịgụ naanị site na { $since }: { $why ->
    [slow] netwọk na-egbu oge n'ibute ndị ọzọ
    [refused] netwọk enyeghị ndị ọzọ
   *[long] ha karịrị ihe m nwere ike ịgụ n'otu oge
}. Nke bu ụzọ adịghị n'ọnụ ọgụgụ a.
usage-uncounted = { $uncounted ->
    [1] Otu enweghị ụbọchị maọbụ ego naira m nwere ike ịgụ, agụnyeghị ya.
   *[other] { $uncounted } enweghị ụbọchị maọbụ ego naira m nwere ike ịgụ, agụnyeghị ha.
}
not-agreed = I kwetaghị ka { $business } hụ { $reads } nke { $network } { $number }, ya mere anaghị m agụ ha. Iji kwetakwa nke ahụ, dee "jikọọ layini ọzọ" ma nyekwa nọmba a ọzọ; achọghị koodu.
ask-narrow = { $business } na-ahụ ihe ndị a nke { $network } { $number }: { $reads }. Gịnị ka a ga-ezo site ugbu a? Ka e ghara ịgbanwe ihe ọ bụla, dee "back".
ask-hide = E zoo { $gone } nke { $network } { $number } ka { $business } ghara ịhụ ya site ugbu a?
hidden = Emechaala. Site ugbu a e kwezighị ka { $business } hụ { $gone } nke { $number }, na chat a maọbụ nke ọzọ, agaghịkwa m agụ ha ọzọ. Ọ ka na-ahụ { $reads }.
hidden-again = Iji kwụsị ihe niile, dee "unlink". Iji kwe ya ọzọ, dee "jikọọ layini ọzọ" ma kwere ọhụrụ.
hidden-elsewhere = E zoro ya na chat ọzọ nwere layini a, na { $channel }.
hidden-whole = E zoro ihe { $business } na-ahụ nke { $number } na chat ọzọ, na { $channel }. Ọ bụ ihe niile i kwetara ebe a, ya mere e jikọzighị layini ahụ na chat a.
picture-usage = { $network } · { $from } ruo { $until }
picture-airtime = Ego oku (oku, SMS)
picture-data = Data
picture-other = Ndị ọzọ
picture-repaid = Ụgwọ akwụrụ
picture-received = Ego batara
picture-borrowed = Ego agbaziri
mydata-line = { $network } { $number }
    Onye na-ahụ: { $seen_by_given ->
        [no] { $business }
       *[yes] { $seen_by }, maka { $seen_for }
    }
    Ihe ọ na-ahụ: { $reads }
    Kemgbe: { $since_date }, { $since_time }
    Ruo: { $ends ->
        [no] mgbe ị kwụsịrị ya
       *[yes] { $end_date }, { $end_time }, maọbụ tupu mgbe ahụ ma ị kwụsị ya, maọbụ agụghị m ihe ruo ụbọchị { $unused }
    }
    Site na: { $link_given ->
        [no] naanị gị, na-enweghị link
       *[yes] { $agent_given ->
            [no] link { $link }
           *[yes] { $agent }, link { $link }
        }
    }
    Akwụkwọ nnata: { $receipt }
mydata-read = { $times ->
    [0] Agụbeghị m ya.
    [1] Agụọla m ya otu ugboro, na { $last_date } na { $last_time }.
   *[other] Agụọla m ya ugboro { $times }, nke ikpeazụ na { $last_date } na { $last_time }.
} Ihe { $business } na-agụ n'onwe ha, na-esighị n'aka m, anaghị m ahụ ya.
mydata-file = Nke a bụ ihe niile m debere gbasara gị ebe a, maka gị na kọmputa (JSON). Ọ na-egosi nọmba gị: nye ya naanị onye ị tụkwasịrị obi.
mydata-nobody = O nweghị layini e jikọrọ ebe a, ya mere o nweghị onye ga-esi n'aka m hụ ihe gbasara ya.
mydata-read-before = Ihe { $business } gụrụ mgbe e jikọrọ layini, o nwere ike ịka nwere ya: jụọ { $support } banyere ya.
mydata-chat = Nọmba chat a, { $chat }, na-eso ozi ọ bụla: ana m edebe ya naanị iji zaa gị, na dị ka ihe akaebe nkwekọrịta gị.
mydata-kept = { $chat_given ->
    [no] {""}
   *[yes] { mydata-chat }{" "}
}{ $number_given ->
    [no] Edebeghị m nọmba gị ọzọ ma e wezụga nke ahụ{ $begun ->
        [yes] , naanị na i kwetara na i nwere ike ịga n'ihu
       *[no] {""}
    }.
   *[yes] M debekwara nọmba gị { $number }{ $begun ->
        [yes] , ka i jiri otu mpịa gaa n'ihu
       *[no] {""}
    }.
} Na ndekọ: { $agreements ->
    [0] o nweghị nkwekọrịta nke chat a.
    [1] nkwekọrịta 1 nke chat a, a na-edebe ya mgbe niile dị ka ihe akaebe; dee "receipt" iji hụ ya.
   *[other] nkwekọrịta { $agreements } nke chat a, a na-edebe ha mgbe niile dị ka ihe akaebe; dee "receipt" iji hụ ha.
} A na-egosi aha, ego fọdụrụ, mbata na mpụta, a naghị edebe ha; a naghị egosi maọbụ edebe BVN na NIN.
account-line = { $network } { $number }, e jikọrọ na { $at_date }: { $business } na-ahụ { $reads }{ $ends ->
    [no] {""}
   *[yes] . Ọ na-akwụsị n'onwe ya; ọ gaghị agafe { $end_date }
}. { $times ->
    [0] Agụbeghị m ya.
    [1] Agụọla m ya otu ugboro.
   *[other] Agụọla m ya ugboro { $times }.
}
seen-else = { seen-kinds } Iji zoo ihe, dee "choose"; iji kwụsị ihe niile, "unlink".
seen-kinds = { $transactions ->
    [yes] Mbata na mpụta na-egosi mgbe airtime na data batara, e jiri ya maọbụ gbaziri ya. Ọ bụghị
   *[no] Ọ bụghị
} oku, ozi maọbụ akaụntụ bankị.
ask-which-line = Olee layini?{ $more ->
    [yes] {" "}Ọ bụrụ na ọ nọghị n'okpuru, dee nọmba ya.
   *[no] {""}
}
limit-reads-per-contact-hour = Ị leleela ọtụtụ ugboro n'awa a, nlele ọ bụla na-eri ego. Ị nwere ike ilele ọzọ { $again }, mgbe { $wait } gasịrị.
reading-failed = Netwọk azaghị. Layini gị ka jikọrọ. Nwaa ọzọ mgbe otu nkeji gasịrị.
nothing-linked = O nweghị layini e jikọrọ ebe a ugbu a.
no-line-on = O nweghị layini { $network } e jikọrọ ebe a, naanị { $named }.
one-line-first = Otu otu, biko: buru ụzọ họrọ otu.
nothing-to-unlink = O nweghị layini e jikọrọ ebe a. Iji hichapụ ihe m debere, dee "delete"; ka m kwụsị ide, "unsubscribe".
finish-first = Ka anyị buru ụzọ mechaa nke a, maọbụ dee "cancel".
line-lost = E jikọzighị layini gị { $number }: netwọk kwụsịrị ya, i mehieghị ihe. { $business } enwezighị ike ịgụ ya. Iji gosi ya ọzọ, dee "link".
line-shared = E jikọkwara layini gị { $number } ugbu a na chat ọzọ, na { $channel }, site na koodu SMS wetara ya. Akwụkwọ nnata gị ebe a agbanweghị. Ọ bụghị gị? Dee "unlink": ọ na-akwụsị ya na chat niile.
line-ended = E jikọzighị layini gị { $number }: a kwụsịrị ya { $channel_given ->
    [yes] na chat ọzọ, na { $channel }
   *[no] na chat niile
}. E kwezighị ka { $business } gụọ ya, ehichapụla m ihe m debere ebe a.
ask-unlink = Ka a kwụsị igosi { $business } { $network } { $number }? Mgbe ahụ e kwezighị ka ha gụọ ya, na chat a na ebe ọ bụla e jikọrọ ya, m ga-ehichapụkwa ihe m debere.
ask-after-stop = { $lines ->
    [0] O nweghị layini e jikọrọ ebe a. Iji hichapụ ihe niile, dee DELETE.
   *[other] Ka a kwụsị igosi { $business }? Dee UNLINK: ọ ga-akwụsị maka layini niile ebe a. Iji hichapụkwa ihe niile, dee DELETE.
}
ask-delete = Ka e hichapụ ihe niile? { $lines ->
    [0] O nweghị layini e jikọrọ ebe a. M ga-echefu nọmba gị na ihe ị malitere.
   *[other] Mgbe ahụ e kwezighị ka { $business } gụọ { $lines ->
        [1] layini gị
       *[other] layini gị niile
    }, na chat a maọbụ nke ọzọ, m ga-ehichapụkwa ihe m debere.
} Ọ bụrụ na i kwetara mbụ, a ga-edebe ndekọ nke ahụ, na mgbe ị kwụsịrị, dị ka ihe akaebe.
consent-ends =
    Nkwekọrịta gị nke { $at_date } ga-akwụsị na { $end_date } na { $end_time }{ $why ->
        [unused] {" "}n'ihi na agụghị m ihe ogologo oge
       *[time] {""}
    }. Mgbe ahụ e kwezighị ka { $business } gụọ layini { $network } gị { $number }, m ga-ewepụkwa ya.

    Ọ bụrụ na ị pịa "Gosiwe n’ihu", i kwerela ọzọ: { $business } ga-ahụ { $reads }, naanị maka { $purpose }, ruo ọnwa { $months } site mgbe ahụ; ọ na-akwụsị tupu mgbe ahụ ma ọ bụrụ na agụghị m ihe ruo ụbọchị { $unused }. Iji kwụsị ya mgbe ọ bụla, dee "unlink".
consent-over = E wepụrụ layini { $network } gị { $number } na { $at_date } na { $at_time }: { $why ->
    [unused] agụghị ihe ọ bụla ruo ụbọchị { $unused }
   *[time] oge i kwetara zuru
} (akwụkwọ nnata { $reference }). E kwezighị ka { $business } gụọ ya. E hichapụrụ: account, na nọmba na netwọk layini ahụ. E debere: ihe ndekọ na i kwetara na mgbe ọ kwụsịrị, dị ka iwu si achọ ihe akaebe.
sharing-reminder = Ncheta: { $business } nwere ike ịgụ layini { $network } gị { $number }, maka { $purpose }. Nke a na-akwụsị n'onwe ya na { $end_date }. Iji kwụsị ugbu a, dee "unlink".
unlinked = Emechaala. E wepụla { $number }, e kwezighịkwa ka { $business } gụọ ya, na chat a maọbụ nke ọzọ. E hichapụrụ: account, na nọmba na netwọk layini ahụ. E debere: ihe ndekọ na i kwetara nakwa na ị kwụsịrị, dị ka iwu si achọ ihe akaebe.
deleted = Emechaala. E hichapụrụ: { $lines ->
    [0] nọmba gị na ihe ị malitere. E jikọghị layini ọ bụla ebe a
   *[other] layini niile e jikọrọ ebe a, na nọmba na netwọk; e kwezighị ka { $business } gụọ ha, na chat a maọbụ nke ọzọ
}. Ihe dị na chat a, naanị gị ga-ehichapụli ya.{ $chat_given ->
    [no] {""}
   *[yes] {" "}Nọmba gị { $chat } ka na-eso ozi ọ bụla i dere ebe a.
} E debere, ma i kwetara mbụ: ndekọ mgbe e kwetara na mgbe a kwụsịrị na chat a, dị ka iwu si achọ ihe akaebe.
unlinked-for-you = { $business } ewepụla { $number } maka gị{ $why ->
        [lost] , n'ihi na ekwentị ya furu efu maọbụ ọ nọ n'aka onye ọzọ
        [tricked] , n'ihi na o nwere ike mmadụ ghọgburu gị ijikọ ya
        [again] {" "}ọzọ: ị kwụsịrị ya na mbụ, ma ndekọ anyị ochie amaghị
       *[asked] , dị ka ị rịọrọ
    }. E kwezighị ka ọ gụọ layini ahụ. E hichapụrụ: account, na nọmba na netwọk layini ahụ. E debere: ihe ndekọ na i kwetara nakwa na ọ kwụsịla, dị ka iwu si achọ ihe akaebe. Ọ bụrụ na ịchọghị nke a: { $support }.
deleted-for-you = { $business } ehichapụla ihe e debere gbasara gị ebe a{ $why ->
        [lost] , n'ihi na ekwentị gị furu efu maọbụ ọ nọ n'aka onye ọzọ
        [tricked] , n'ihi na o nwere ike mmadụ ghọgburu gị
        [again] {" "}ọzọ: ị rịọrọ nke a na mbụ, ma ndekọ anyị ochie amaghị
       *[asked] , dị ka ị rịọrọ
    }. E hichapụrụ: layini niile e jikọrọ na chat a, na nọmba na netwọk; e kwezighị ka { $business } jiri chat a gụọ ha. E debere, ma i kwetara mbụ: ndekọ mgbe e kwetara na chat a na mgbe ọ kwụsịrị, dị ka iwu si achọ ihe akaebe. Ọ bụrụ na ịchọghị nke a: { $support }.
unanswered = Azịza gị abịaghị n'oge, ya mere a gbanweghị ihe ọ bụla.
ask-anew = Ka m jụọ gị ọzọ?
kept = Ọ dị mma, agbanweghị ihe ọ bụla.
privacy = { $business } na-eji ozi layini gị maka { $purpose } naanị. M na-akpọchi ihe m na-edebe, anaghịkwa m edebe koodu: dee "mydata" iji hụ ya. Dee "unlink" iji kwụsị, "delete" iji hichapụ ihe niile.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}Ọzọ: { $privacy }
}

## At every step

person = { $agent_given ->
    [no] Iji gwa mmadụ na { $business } okwu: { $support }. Ọ bụrụ na o nweghị onye nyeere gị aka { $until }, dee "person" ọzọ.
   *[yes] Agwala m { $agent } nke { $business } na ị chọrọ mmadụ. Ha ekwughị ihe { $until }? Jụọ { $support }.
} O nweghị onye chọrọ koodu gị. M ga-agba nkịtị ruo mgbe ahụ; pịa "Gaa n'ihu" iji soro m gaa.
person-awaited = Ahapụrụ m onye ahụ nke a. Iji soro m gaa n'ihu, pịa "Gaa n'ihu".
offer-person = Ma ọ bụ gwa mmadụ okwu.
offer-tongue = { $name }? Pịa maọbụ dee ya, m ga-asụ ya.
proof =
    Onye enyemaka { $business } bụ nke a{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }.

    SMS ahụ si MTN maọbụ Airtel mgbe ị họrọchara netwọk gị ebe a. Koodu ya na-ekwe ka anyị gụọ layini gị: o nweghị ike ibufe ego. Dee ya ebe a naanị. O nweghị onye si { $business } ga-arịọ gị ya.

    Obi esighị gị ike? Onye ọ bụla nwere ike ikwu otu ahụ: kpọọ { $business } na nọmba ị maara. Maka ajụjụ: { $support }.
proof-code = Onye enyemaka { $business } bụ nke a. Koodu ahụ na-ekwe ka anyị gụọ layini a: o nweghị ike ibufe ego. O nweghị onye si { $business } ga-arịọ gị ya. Obi esighị gị ike? Edela ya: kpọọ { $business } na nọmba ị maara.
proof-site = { $site_given ->
    [no] {""}
   *[yes] Na weebụsaịtị ha, { $site }, { $business } na-ekwu na chat a bụ nke ha.
}
proof-cancel = Ọ bụrụ na ọ bụghị gị malitere nke a, dee "cancel".
proof-unlink = E jikọrọ layini gị ebe a. Iji kwụsị igosi ya, dee "unlink": ọ na-akwụsị ozugbo.
proof-agent = { $agent_given ->
    [no] Ị si na link { $reference } bịa. Okwu so ya ga-abụ { $first } { $second }. Ọ bụrụ na ọ bụghị, agala n'ihu.
   *[yes] Onye ọrụ gị bụ { $agent }, nọmba { $reference }. Okwu abụọ dị na ihuenyo ya ga-abụ { $first } { $second }. Ọ bụrụ na ọ bụghị, o siteghị n'aka ya: agala n'ihu.
}
help-idle = M na-enyere gị aka igosi { $business } ozi layini MTN maọbụ Airtel.
help-consent = Gụọ ihe { $business } chọrọ ịhụ. Kwere iji gaa n'ihu, maọbụ jụ, o nweghị ihe ga-eme.
help-scopes = Kwuo maka nke ọ bụla ma { $business } ọ ga-ahụ ya. Ị nwere ike ịhapụ nke ị chọrọ.
help-number = Dee nọmba layini MTN maọbụ Airtel ị chọrọ igosi. Ị maghị ya nke ọma? Jiri ya kpọọ mmadụ: ekwentị ya ga-egosi ya.
help-network = Họrọ netwọk layini nọ taa: nke ị na-etinye ego oku ya.
help-otp = Mepee SMS n'ekwentị nwere { $number } wee dee koodu ebe a. O nweghị SMS? Chere otu nkeji, lelee ma ekwentị nwere netwọk, wee rịọ nke ọhụrụ.
help-other = Nke a bụ ebe anyị nọ.
help-linked =
    Ị nwere ike ide mgbe ọ bụla:
    { $rows }
    - jikọọ layini ọzọ
help-row = - { $command }: { $does }
help-words = Ị nwere ike ide mgbe ọ bụla: back, cancel, language, person, help.
ask-language = Olee asụsụ? Which language?
language-changed = Ọ dị mma, Igbo.
cancelled = A kagbuola ya. E jikọghị layini { $lines ->
    [0] ọ bụla
   *[other] ọzọ
}.
cancelled-code = A kagbuola ya. E jikọghị layini { $lines ->
    [0] ọ bụla
   *[other] ọzọ
}, koodu ga-abịa e mesịa agaghị arụ ọrụ.
continue-later = Ịchọọ ịga n'ihu emesịa, dee "continue" n'ime { $left }.
opted-out = Ọ dị mma: agaghị m edegara gị ọzọ. Iji nụ n'ọnụ m ọzọ, dee START. Iji kwụsị igosi layini niile, dee UNLINK; iji hichapụ ihe niile, DELETE. Nke ahụ ka na-arụ ọrụ.
nothing-to-cancel = O nweghị ihe na-aga, ya mere o nweghị ihe a ga-akwụsị.
no-way-back = Nke a bụ mmalite; o nweghị ihe bu ya ụzọ.
ask-resume = Ka anyị gaa n'ihu ebe anyị kwụsịrị?
ask-resume-line = Ka anyị jiri { $number } gaa n'ihu? Ị nwere ike ịnata koodu ọhụrụ site na SMS.
ask-begin = Pịa n'okpuru mgbe ọ bụla ị chọrọ ịmalite.
time-ran-out = Oge ezuola, ya mere emechiri m nke a maka nchekwa gị. E jikọghị layini ọ bụla.
time-ran-out-unknown = Oge zuru tupu netwọk azaa. Koodu ga-abịa e mesịa agaghị arụ ọrụ.
warning = O fọrọ { $left } iji mechaa nke a. E mesịa m ga-emechi ya maka nchekwa gị; ị nwere ike iji otu mpịa gaa n'ihu.
too-many-messages = I zitere ọtụtụ ozi n'otu oge, ya mere akwụsịtụrụ m. Gụọ ihe bịara, wee dee otu ugboro.
said-again = Enwetala m nke ahụ.
old-button = Ọ bụ azịza ajụjụ gara aga, ya mere e meghị ihe ọ bụla. Nke a bụ ebe anyị nọ; iji kwụsị, dee "cancel".
not-understood = Aghọtaghị m nke ahụ.
not-understood-consent = Aghọtaghị m nke ahụ. Ị kwere? Pịa azịza, maọbụ dee "ekwere m" maọbụ "ekweghị m".
message-unreadable = Agụtaghị m ozi gị ikpeazụ. Biko zite ya ọzọ n'ederede.
oddity-photo = Enweghị m ike ịgụ foto. Biko jiri okwu zaa.
oddity-sticker = Ọ mara mma! Ma biko jiri okwu zaa.
oddity-voice = Enweghị m ike ige olu. Biko dee azịza gị.
oddity-file = Enweghị m ike imepe faịlụ. Biko jiri okwu zaa.
oddity-location = Achọghị m ebe ị nọ. Biko jiri okwu zaa.
oddity-edited = Ahụrụ m na ị gbanwere ozi ochie. Naanị ndị ọhụrụ ka m na-agụ; degharịa ya.
oddity-forwarded = Naanị ihe gị onwe gị dere ka m na-agụ.
oddity-other = Naanị ederede ka m nwere ike ịgụ. Biko jiri okwu zaa.

## What the messenger shows about the bot

about = M na-enyere gị aka igosi { $business } ozi layini MTN maọbụ Airtel gị, ma i kwere. Ọ na-ewe nkeji abụọ, ị nwekwara ike ịkwụsị ya mgbe ọ bụla. Anaghị m arịọ PIN maọbụ koodu ụlọ akụ.
about-short = Gosi { $business } layini MTN maọbụ Airtel gị, n'enweghị ihe egwu.
command-start = malite, maọbụ hụ ebe anyị nọ
command-balance = ego fọdụrụ na layini gị
command-transactions = ihe batara na ihe pụrụ, kwa ọnwa
command-statement = otu ihe ahụ na faịlụ
command-usage = ọnwa isii: ego pụrụ, agbaziri, batara
command-accounts = layini gị niile e jikọrọ
command-mydata = onye na-ahụ gịnị gbasara gị
command-choose = họrọ ihe ha ga-ahụ
command-receipt = ihe i kwetara, na mgbe ọ kwụsịrị
command-privacy = ihe a na-eji ozi gị eme
command-unlink = kwụsị igosi ya
command-delete = hichapụ ihe niile
command-language = gbanwee asụsụ
command-person = gwa mmadụ okwu
command-cancel = kwụsị ihe anyị na-eme
command-help = ihe m nwere ike ime

## Buttons, and the words that mean the same

button-agree = Ekwere m
    .words = ekwere m, ee ekwere m
button-decline = Mba, daalụ
    .words = mba daalụ, ekweghị m, mba ekweghị m, achọghị m, mba achọghị m, ajụrụ m
button-proof = Nke a ọ bụ eziokwu?
    .words = ọ bụ eziokwu, nke a ọ bụ eziokwu, onye ka ị bụ, ọ bụ aghụghọ
button-choose = Họrọ ihe ha ga-ahụ
    .words = họrọ ihe ha ga-ahụ
button-allow = Ee, nke a kwa
    .words = ee nke a kwa
button-leave-out = Mba, hapụ nke a
    .words = mba hapụ nke a, hapụ nke a
button-hide-identity = Zoo onye m bụ
    .words = zoo onye m bụ, zoo aha m
button-hide-balances = Zoo ego fọdụrụ
    .words = zoo ego fọdụrụ
button-hide-transactions = Zoo mbata na mpụta
    .words = zoo mbata na mpụta
button-own-number = Jiri { $number }
    .words = nọmba m, jiri nọmba m
button-new-code = Zite koodu ọhụrụ
    .words = zite koodu ọhụrụ, koodu ọhụrụ, koodu abịaghị
button-change-number = Gbanwee nọmba
    .words = gbanwee nọmba, nọmba ọzọ, nọmba ezighị ezi
button-resume = Gaa n’ihu
    .words = gaa n'ihu, ka anyị gaa n'ihu
button-begin = { $again ->
    [yes] Malite ọzọ
   *[no] Malite
}
    .words = malite, malite ọzọ
button-link-another = Jikọọ layini ọzọ
    .words = jikọọ layini ọzọ, layini ọzọ
button-help = Enyemaka
    .words = enyemaka, nyere m aka
button-cancel = Kagbuo
    .words = kagbuo, kwụsị, kwụsị ya, achọghị m, biko kwụsị
button-back = Laghachi
    .words = laghachi
button-language = Asụsụ
    .words = asụsụ, gbanwee asụsụ
button-person = Gwa mmadụ okwu
    .words = gwa mmadụ okwu, achọrọ m mmadụ, onye ọrụ
language-name = Igbo
    .words = igbo, asụsụ igbo
button-balance = Ego fọdụrụ
    .words = ego fọdụrụ
button-transactions = Mbata na mpụta
    .words = mbata na mpụta
button-statement = Ndekọ ego
    .words = ndekọ ego
button-more = Ndị ọzọ
    .words = ndị ọzọ
button-usage = Ojiji layini
    .words = ojiji layini
button-accounts = Layini gị niile
    .words = layini m niile
button-mydata-file = Ha niile na faịlụ
    .words = ha niile na faịlụ
button-mydata = Onye na-ahụ gịnị
    .words = onye na-ahụ gịnị
button-unlink = Wepụ layini
    .words = wepụ layini, kwụsị igosi
button-privacy = Nzuzo
    .words = nzuzo
button-receipt = Akwụkwọ nnata
    .words = akwụkwọ nnata
button-delete = Hichapụ ihe niile
    .words = hichapụ ihe niile
button-confirm = Ee, mee ya
    .words = ee mee ya, mee ya
button-keep = Mba, hapụ ya
    .words = mba hapụ ya, hapụ ya
button-share-on = Gosiwe n’ihu
    .words = gosiwe n'ihu
button-stop-sharing = Kwụsị ugbu a
    .words = kwụsị ugbu a
button-not-my-name = Abụghị aha m
    .words = abụghị aha m, ọ bụghị aha m, ọ bụghị m
button-copy = Detuo { $text }
button-share-contact = Zite nọmba m

## Time and numbers

seconds = sekọnd { $n }
minutes = nkeji { $n }
hours = awa { $n }
today = na { $time }
tomorrow = echi na { $time }
on-date = na { $date } na { $time }
minutes-of-calls = { $n } min
messages = SMS { $n }
progress = M ka na-ajụ netwọk; daalụ maka ndidi.
progress-done = Daalụ maka ndidi.
menu-hint = Iji họrọ, zaa 1, 2 … maọbụ okwu ahụ:
menu-hint-words = Iji họrọ, dee okwu ahụ:
list-label = Họrọ

## The link's page

page-title = Arịrịọ si { $business }
page-heading = { $business } chọrọ ịhụ ozi layini MTN maọbụ Airtel gị
page-purpose = Ọ bụ maka { $purpose }, naanị ma i kwere. Ọ na-ewe ihe dị ka nkeji abụọ.
page-agent = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } nke { $business }
} zitere gị link a.
page-continue = Gaa n’ihu na { $channel }
page-until = Link a na-arụ ọrụ otu ugboro, ọ na-akwụsị { $until }.
page-scan = Jiri kamera ekwentị gị were nke a iji gaa n'ihu ebe ahụ.
page-qr = QR code nke ibe a
page-steps = Ihe na-esote
page-step-agree = Zite ozi mbụ otu ọ dị, maọbụ pịa Start. E mesịa gụọ ihe { $business } ga-ahụ, wee kwere maọbụ jụ.
page-step-code = Ị na-enye nọmba gị. MTN maọbụ Airtel ga-ezitere gị koodu site na SMS.
page-step-done = Ị na-ede koodu n'otu chat ahụ. Ị nwere ike ịkwụsị mgbe ọ bụla.
page-sms = Otu SMS ahụ dị
page-sms-from = MTN maọbụ Airtel
page-sms-note = Ọ na-abịa naanị mgbe ị rịọrọ ya na chat; okwu ya nwere ike ịdị iche. Koodu ahụ na-ekwe ka { $business } gụọ layini a: o nweghị ike ibufe ego.
page-safe = Kpachara anya
page-safe-code = Dee koodu na chat naanị. O nweghị onye kwesịrị ịnụ ya{ $agent_given ->
    [no] {""}
   *[yes] , ọbụna { $agent }
}.
page-report = Ị tụghị anya nke a, maọbụ ọ dị onye na-arịọ gị koodu? Kwụsị, kpọọ { $business } na nọmba ị maara.
page-report-to = Iji kpesa ya: { $support }.
page-site = { $site_given ->
    [no] {""}
   *[yes] Na weebụsaịtị ha, { $site }, { $business } na-ekwu na bot a bụ nke ha.
}
page-privacy = Otu e si elekọta ozi gị
page-quiet = Ibe a anaghị edebe cookies, ọ naghịkwa eso gị.
page-languages = Asụsụ
page-file = Faịlụ gị
page-file-next = Ị rịọrọ ya na chat. A na-enweta ya otu ugboro, n'ime nkeji iri.
page-file-get = Nweta faịlụ ahụ
page-file-gone = Faịlụ a anọzighị ebe a
page-file-gone-next = E nwetala ya, maọbụ nkeji iri ya ezuola. Rịọ ya ọzọ na chat.
page-gone = Link a agaghị arụ ọrụ
page-gone-next = E jirila ya mee ihe, ọ kwụsịla, maọbụ o zughị ezu. Rịọ onye zitere ya nke ọhụrụ.
page-receipt-valid = Akwụkwọ nnata a na-arụ ọrụ
page-receipt-valid-next = { $business } nyere ya na { $at_date }, ọ kwụsịbeghị. Ọ na-arụ ọrụ ruo { $end_date }, ọ gaghị agafe ebe ahụ.
page-receipt-narrowed = Akụkụ akwụkwọ nnata a na-arụ ọrụ
page-receipt-narrowed-next = { $business } nyere ya na { $at_date }, ọ kwụsịbeghị. Kemgbe { $narrowed_date } e belatala ihe a ga-agụ: akwụkwọ nnata e binyere aka na-ekwu ihe fọdụrụ.
page-receipt-ended = Akwụkwọ nnata a akwụsịla
page-receipt-ended-next = { $business } nyere ya na { $at_date }. Ọ kwụsịrị na { $ended_date } na { $ended_time }: e kwezighị ka e jiri ya gụọ ihe.
page-receipt-unknown = A maghị akwụkwọ nnata a ebe a
page-receipt-unknown-next = Adreesị ahụ ezughị ezu, maọbụ e nyetụbeghị akwụkwọ nnata na ya. Atụkwasịla ya obi.
page-receipt-signed = Akwụkwọ nnata e binyere aka, maka onye chọrọ inyocha ya
page-busy = Biko chere ntakịrị
page-busy-next = E mepere ọtụtụ ibe site na netwọk gị. Nwaa ọzọ mgbe { $wait } gasịrị.

## Answers to what people ask, at any step

answer-free = Ọ bụ n'efu: mụ na { $business } anaghị anara ego, SMS nwere koodu anaghịkwa eri gị ego.
answer-money = Enweghị m ike ibufe ego maọbụ ego oku, enweghịkwa m ike iru account ụlọ akụ. { $business } ga-agụ naanị ihe i kwetara.
answer-calls = Mba. O nweghị onye na-ahụ maọbụ anụ oku, ozi, nọmba maọbụ chat gị: naanị ihe i kwetara.
answer-why-number = Netwọk ji nọmba mara layini: ebe ahụ ka koodu na-aga, ka onye ọzọ ghara ikwere n'aha gị. { $business } na-eji ya maka { $purpose } naanị.
answer-who-sees = { $business } naanị, ihe i kwetara naanị, maka { $purpose } naanị. Ọ na-esi n'aka ndị na-agụrụ ha netwọk, a naghịkwa ere ya. Dee "unlink" mgbe ọ bụla iji kwụsị ya.
answer-who-sees-none = O nweghị onye na-ahụ ya ugbu a: o nweghị layini e jikọrọ ebe a. I kwere ijikọ otu, naanị { $business } ga-ahụ ihe i kwetara, maka { $purpose } naanị.
answer-own-choice = Ọ bụ gị na-ahọrọ. Ị jụ, a naghị egosi ihe ọ bụla; ihe ọ pụtara maka { $purpose }, { $support } ga-agwa gị. I kwere, ị nwere ike ịkwụsị mgbe ọ bụla: dee "unlink".
answer-own-choice-linked = Ọ bụ gị na-ahọrọ. Dee "unlink" mgbe ọ bụla, { $business } agaghịzi enwe ikike ịgụ layini gị. Ị nwere ike ijikọ ya ọzọ mgbe ị chọrọ.
answer-why-details = { $business } na-ele ya naanị maka { $purpose }. Ọ bụ gị na-ahọrọ: iji wepụ ihe, dee "choose".
answer-why-birth = { $business } ji ya mara onye nwe layini{ $adult ->
    [0] {""}
   *[other] , na ọ gbara afọ { $adult }
}. Iji wepụ ya, dee "choose".
answer-next-linked = E jikọla layini gị, { $business } makwa ya: o nweghị ihe ọzọ ị ga-eme ebe a. Maka { $purpose } jụọ ha: { $support }.
answer-what-seen = I kwere, { $business } ga-ahụ naanị { reads }. { seen-kinds } Iji wepụ ihe, dee "choose".
answer-what-seen-none = O nweghị ihe a na-ahụ ugbu a: o nweghị layini e jikọrọ ebe a. { $agreed ->
    [yes] E jikọọ otu
   *[no] I kwere ijikọ otu
}, { $business } ga-ahụ naanị { reads }. { seen-kinds }
answer-name = Aha na ụbọchị ọmụmụ bụ nke dị na ndekọ netwọk gị, dịka e si debanye layini a. Enweghị m ike ịgbanwe ha: netwọk gị nwere ike, ma i jiri ID gị rịọ.
answer-line-unchanged = Mba. Enweghị m ike igbochi layini gị, ịgbanwe SIM gị ma ọ bụ ịgbanwe ihe ọ bụla na ya. { $business } nwere ike ịgụ naanị ihe i kwetara.
answer-robot = Abụ m mmemme kọmputa nke { $business }, ọ bụghị mmadụ. Otu mpịa ga-eme ka ị hụ mmadụ.
answer-cannot-read = Naanị ide ihe ka m nwere ike ime. Maka enyemaka site n'olu: { $support }. Ha anaghị achọ koodu gị.
answer-before = Mba. A naghị agụ ihe ọ bụla tupu i kwere ma dee koodu netwọk gị zitere gị.
answer-others-line-linked = Layini e jikọrọ ebe a abụghị nke gị? Dee "unlink": naanị onye nwe ya nwere ike ịkekọrịta ya. Iji jikọọ layini gị, dee "link another".
answer-pin = Anaghị achọ PIN, okwuntughe ma ọ bụ kaadị ụlọ akụ ebe a. Agwala ya onye ọ bụla, edekwala ya ebe a. I nyelarị ya? Kpọọ ụlọ akụ gị ugbu a.
answer-others-line = Naanị layini gị, biko: onye nwe layini na-ekwe maka ya na chat nke aka ya. Ọ bụ nke gị n'agbanyeghị? Dee naanị nọmba ahụ.
answer-former-owner = Nọmba nwere ike ịbụbu nke onye ọzọ, ndekọ netwọk nwekwara ike ịka na-egosi onye ahụ: naanị netwọk nwere ike imezi ya. Ọ bụrụ na layini ahụ bụ nke gị ugbu a, ị nwere ike ịkekọrịta ya. Ọ bụrụ na aha m ga-egosi abụghị nke gị, dee "not my name" mgbe ahụ. Maọbụ gwa mmadụ okwu.
answer-others-line-link = Naanị layini nke gị, biko: onye nwe layini na-ekwe maka ya na nkata nke ya. Njikọ a bụ maka { $number } naanị. Ọ bụrụ na ọ bụghị nke gị, dee "cancel", rịọ onye ọrụ gị njikọ maka nke gị.
answer-others-line-code = Naanị layini gị, biko: onye nwe layini na-ekwe maka ya na chat nke aka ya. Ọ bụrụ na nke a abụghị nke gị, edela koodu: pịa "Gbanwee nọmba", maọbụ dee "cancel". Ọ bụ nke gị n'agbanyeghị? Dee koodu ahụ.
answer-loan = Naanị layini ka m maara, ọ bụghị ego mgbazinye: { $business } na-ekpebi ihe ị ga-enweta na mgbe. Jụọ ha: { $support }.
answer-loan-ending = Naanị layini ka m maara, ọ bụghị ego mgbazinye. Iji kwụsị ya, maọbụ wepụ arịrịọ gị, jụọ { $business }: { $support }.
answer-how-long = Njikọ na-ewe ihe dị ka nkeji abụọ. { $business } nwere ike ịgụ layini ruo ọnwa { $months }, maọbụ ruo mgbe i dere "unlink".
answer-next = Mgbe e jikọrọ layini, m na-agwa { $business } ozugbo, o nweghị ihe ọzọ ị ga-eme ebe a. Maka { $purpose } jụọ ha: { $support }.
answer-code-asked = Enyela onye ọ bụla koodu: ọ bụghị na ekwentị, ọ bụghị onye ọrụ, ọ bụghị { $business }. Dee ya ebe a naanị, ma ọ bụrụ gị malitere nke a. I nyelarị ya? Dee "cancel" ebe a, gwakwa { $support }.
answer-code-asked-early = Enyela onye ọ bụla koodu: ọ bụghị na ekwentị, ọ bụghị onye ọrụ, ọ bụghị { $business }. Anaghị m eche koodu ugbu a: edela ya ebe a. I nyelarị ya? { $begun ->
    [yes] Dee "cancel" ebe a, gwakwa
   *[no] Gwa
} { $support }.
answer-code-asked-linked = Enyela onye ọ bụla koodu: ọ bụghị na ekwentị, ọ bụghị onye ọrụ, ọ bụghị { $business }. I nyelarị ya? E jikọrọ layini gị ebe a: dee "unlink" iji kwụsị ya, gwakwa { $support }.
answer-code-use = Koodu na-egosi na layini ahụ dị gị n'aka, ọ na-ekwe ka { $business } gụọ naanị ihe i kwetara: o nweghị ike ibufe ego. Naanị chat a na-ajụ ya, o nweghị mmadụ chọrọ ya.
answer-no-code = Anaghị m eche koodu ugbu a, koodu ochie anaghịkwa arụ ọrụ. Netwọk ga-eziga nke ọhụrụ mgbe i nyechara nọmba na netwọk gị ebe a.
answer-no-code-linked = E jikọla layini gị: a naghị achọ koodu ọzọ. Ọ dị onye na-arịọ gị ya? Enyela ya onye ọ bụla.
answer-phone-lost = Gwa { $support } ugbu a: ha nwere ike ịkwụsị ya maka gị. Ọ bụrụ na e jikọrọ layini ebe a, dee "unlink" iji kwụsị igosi ya. Gwa netwọk gị ka o mechie SIM ahụ. Enyela onye ọ bụla koodu.
answer-who-linked = O nweghị layini e jikọrọ na chat a ugbu a. E jikọrọ nke gị na-enweghị gị? Gwa { $support }: ha nwere ike ịkwụsị ya maka gị. Enyela onye ọ bụla koodu.
who-linked-line = E jikọrọ { $network } { $number } na chat a, jiri koodu bịakwutere ya site na SMS. Nkwekọrịta ahụ bụ nke { $at_date }, { $at_time }, akwụkwọ nnata { $reference }{ $link_given ->
    [no] {""}
   *[yes] , site na link { $link }
}.
who-linked-stop = Ọ bụghị gị? Dee "unlink" iji kwụsị ya, gwakwa { $support }.
answer-why-network = Netwọk ị họọrọ na-eziga koodu site na SMS na layini gị, ya mere ọ ga-abụrịrị nke layini ahụ nọ ugbu a; ọ bụrụ na ọ maghị layini ahụ, ị ga-ahọrọ ọzọ. A naghị ejikọ ihe ọ bụla tupu ị dee koodu ahụ ebe a.
answer-sms-to-come = Koodu na-abịa site na SMS na layini ahụ, mgbe m nwetara nọmba ya na netwọk ya. Ị ga-ede ya ebe a.
answer-endings = Ide "unlink" na-akwụsị igosi layini: mgbe ahụ e kwezighị ka { $business } gụọ ya, na chat ọ bụla, m ga-ehichapụkwa ihe m debere banyere ya. Ide "delete" na-eme nke ahụ maka layini niile e jikọrọ ebe a, na-ehichapụkwa ihe ndị ọzọ niile m debere banyere gị. Ndekọ na i kwetara, na mgbe ị kwụsịrị, na-adị dị ka ihe akaebe. M ga-ajụ gị tupu m mee nke ọ bụla.
answer-delete-message = Jide mkpịsị aka gị n'ozi ahụ ruo mgbe e kara ya akara, mgbe ahụ pịa ihe mkpofu ahịhịa maọbụ "Delete". Nke ahụ na-ewepụ ya na chat a, ọ naghị akwụsị ihe ọ bụla.
answer-receipt = Akwụkwọ nnata bụ ihe akaebe gị: ihe i kwere ka { $business } gụọ, ihe kpatara ya na ruo ole mgbe. Debe ya. Iji hụ ma ọ bụ eziokwu ma ọ ka na-adị, dee "receipt": m ga-egosi ihe dị na ndekọ anyị.
answer-refusing = Edela ya mgbe ahụ. Na-enweghị koodu a gaghị ejikọ ihe ọ bụla, a gaghịkwa agụ ihe ọ bụla nke layini ahụ. Iji kwụsị ebe a, dee "cancel".
answer-words-differ = Kwụsị: link a nwere ike ọ gaghị esi n'aka onye ọrụ gị. Ọ bụrụ na a jụọ gị ka i kwere, pịa "Mba, daalụ"; ma e jikọlarị layini, dee "unlink". Enyela onye ọ bụla koodu, gwakwa { $support }.
answer-languages = Ndo, anaghị m asụ asụsụ ahụ. M na-asụ { $languages }; dee nke ị chọrọ.

## Short words back

reply-thanks = O nweghị nsogbu.
reply-greeting = Ndewo!
reply-ok = Ọ dị mma.
reply-later = Ọ dị mma. Degara m ebe a mgbe ị dị njikere.
reply-wait = Were nwayọ.

## Asked back, because it must not be guessed

ask-back-agree = Iji kwere, pịa bọtịn maọbụ dee: ekwere m
ask-back-allow = Iji kwe ya, pịa bọtịn maọbụ dee: ee nke a kwa
ask-back-leave-out = Iji hapụ ya, pịa bọtịn maọbụ dee: hapụ nke a
ask-back-decline = Iji jụ, pịa bọtịn maọbụ dee: ekweghị m
ask-back-confirm = Iji kwụsị igosi, pịa bọtịn maọbụ dee: ee mee ya
ask-back-cancel = Iji kwụsị ebe a, dee: kagbuo
ask-back-opt-out = Ka m ghara idegara gị ọzọ, dee: unsubscribe
ask-back-networks = Kpọọ netwọk layini nọ ugbu a: MTN maọbụ Airtel. Ebe ọ nọ na mbụ abaghị uru.
ask-back-hide = Ka m zoo { $business } nke ahụ, ka m gosi gị ya ugbu a?
ask-back-two = Anụrụ m ihe abụọ. Kwuo nke mbụ.
which-number = Ahụrụ m karịa otu nọmba. Kedu nke bụ nke layini?
is-this-the-line = { $number } ọ bụ layini gị, nke a ga-ejikọ? Ya mere pịa ya. Ọ bụrụ na ọ bụghị, dee nọmba layini gị.
which-code = Ahụrụ m karịa otu nọmba, ejighị m nke ọ bụla: mnwale adịghị efu. Dee koodu naanị.
code-doubtful = Ejighị m nọmba ahụ: ọ nwere ike ịbụ koodu ọzọ, maọbụ nke ochie. Mnwale adịghị efu. Ọ si na SMS kacha ọhụrụ nke layini a? Ya mere dee naanị ya. Koodu nke ụlọ akụ gị maọbụ nke app ọ bụla abụghị nke onye ọ bụla nọ ebe a.
code-told = Ejibeghị m koodu ahụ. Ọ bụ gị n'onwe gị gụrụ ya na SMS bịara { $number }? Dee naanị koodu ahụ. Ọ bụ mmadụ gwara gị koodu? Ejila ya.
code-beside = Ejighị m koodu ahụ, n'ihi na i dere ihe ọzọ ya na ya. Mnwale adịghị efu. Ka ị gaa n'ihu, dee naanị ya. Ka ị kwụsị, dee "kagbuo".
identity-not-needed = A naghị achọ BVN maọbụ NIN ebe a. Ezigala ya onye ọ bụla na chat.

# A bare "no", which is heard wherever it is said.
answer-words-no =
    .words = mba, mba mba

# Words by which this language is known at once, and that stand in no other.
heard-tongue =
    .words = ndewo, kedu, ụtụtụ ọma, daalụ, biko nyere m aka, nnọọ
