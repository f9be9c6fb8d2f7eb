# Yoruba, for the customer's conversation. It awaits a native reader: what is not here is said in English.
# In all entries: $business who asks, $purpose why, $support who the person to talk to is, $privacy a page.

## Greeting and consent

consent =
    Ẹ n lẹ! { $business } ni ki n ran yin lọwọ lati fi alaye laini MTN tabi Airtel yin han nitori { $purpose }. O gba bii iṣẹju meji.

    Ti ẹ ba gba, { $business } le ri eyi nipa laini yin:
    { $parts }

    Fun { $purpose } nikan, titi de oṣu { $months }; o n pari funra rẹ ti n ko ba ka nnkan kan fun ọjọ { $unused }.{ $identity ->
        [yes] {""}
       *[no] {" "}{ age-check }
    }{ $several ->
        [yes] {" "}Lati fi nnkan kan silẹ, tẹ "choose".
       *[no] {""}
    } Lati da a duro nigbakugba, tẹ "unlink".
consent-identity = orukọ, akọ tabi abo, ati ọjọ ibi
consent-balances = iyoku owo ipe ati data
consent-transactions = bi owo ipe ati data ṣe wọle ati jade
age-check = { $adult ->
    [0] {""}
   *[other] Mo n wo ọjọ ibi lẹẹkan, lati ri pe ẹni to ni laini ti pe ọdun { $adult }: n ko tọju rẹ, { $business } ko si gba a.
}
one-by-one = O dara, ọkọọkan. Ẹ ko tii gba nnkan kan ki idahun yin to gbẹyin to de.
ask-scope = { $scope ->
    [identity] Ki { $business } ri { consent-identity }?{ age-check-otherwise }
    [balances] Ki { $business } ri { consent-balances }?
   *[transactions] Ki { $business } ri { consent-transactions }?
}
age-check-otherwise = { $adult ->
    [0] {""}
   *[other] {" "}Bi bẹẹ kọ, mo n wo ọjọ ibi lẹẹkan, lati ri pe ẹni to ni laini ti pe ọdun { $adult }: n ko tọju rẹ, { $business } ko si gba a.
}
scopes-agreed = A ti gba: { $business } le ri { $reads }, ko si nnkan miran nipa laini yin.
scope-identity = orukọ, akọ tabi abo, ati ọjọ ibi
scope-balances = iyoku owo yin
scope-transactions = iwọle ati ijade owo yin
help-scopes = Ẹ sọ fun ọkọọkan boya { $business } le ri i. Ẹ le fi eyi ti ẹ fẹ silẹ.
consent-agent = { $agent } ti { $business } lo fi link yii ranṣẹ. Ọrọ meji ti { $agent } ri gbọdọ jẹ { $first } { $second }. Bi bẹẹ kọ, tẹ "Rara, o ṣeun".
consent-changed = Ọrọ naa ti yipada lati igba ti a bi yin. Ohun ti o sọ nisinsinyi niyi.
consent-again = Ṣe ẹ gba ki { $business } ri awọn alaye laini yin yii?
number-kept = Mo tọju { $number_given ->
    [no] awọn nọmba yin
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}lori { $network }
} de iwaju. Idahun yin lakọọkọ; ẹ gba nikan ti laini naa ba jẹ tiyin.
declined = O dara. A ko so laini kankan. Ti ẹ ba yi ọkan pada, ẹ kọwe si mi nibi.
stale-link = A ko le lo link yẹn mọ. Ẹ le tẹsiwaju nibi, tabi ki ẹ beere tuntun lọwọ aṣoju yin.
still-here = A wa laarin rẹ. Nnkan kan ko sọnu.

## The line

ask-number = Kini nọmba foonu laini yin? Ẹ tẹ ẹ bii 0803 123 4567{ $share ->
    [yes] , tabi ki ẹ tẹ "Fi nọmba mi ranṣẹ" nisalẹ
   *[no] {""}
}.
ask-number-own = Kini nọmba foonu laini yin? Ẹ yan { $number }, tabi ki ẹ tẹ omiran.
number-not-a-number = N ko ri nọmba foonu ninu rẹ. Eyi to tọ dabi 0803 123 4567.
number-too-short = Nọmba yẹn kuru ju. Nọmba foonu Naijiria ni nọmba 11, bii 0803 123 4567.
number-too-long = Nọmba yẹn gun ju. Nọmba foonu Naijiria ni nọmba 11, bii 0803 123 4567.
number-foreign = Iyẹn kii ṣe nọmba Naijiria. Laini MTN tabi Airtel ti Naijiria nikan ni mo n so, bii 0803 123 4567.
number-not-mobile = Iyẹn kii ṣe nọmba alagbeka. Mo nilo nọmba SIM MTN tabi Airtel, bii 0803 123 4567.
number-first = Nọmba lakọọkọ; nẹtiwọọki lo kan.
contact-not-own = Fun aabo yin, kaadi nọmba tiyin nikan ni mo n gba. Ti laini naa ba jẹ tiyin, ẹ tẹ nọmba rẹ.
contact-out-of-place = N ko nilo kaadi nọmba nisinsinyi.
link-for-other-number = Link yii wa fun { $number } nikan. Ẹ tẹsiwaju pẹlu laini yẹn, tabi ki ẹ beere link omiran lọwọ aṣoju yin.
ask-network = { $number }: nẹtiwọọki wo ni laini yii wa nisinsinyi?{ $likely_given ->
    [no] {""}
   *[yes] {" "}O jọ { $likely }; ti ẹ ba ti gbe nọmba naa, ẹ yan ekeji.
} Nẹtiwọọki naa yoo fi koodu ranṣẹ nipa SMS.
network-again = Nẹtiwọọki wo ni { $number } wa nisinsinyi?{ $proven ->
    [yes] {""}
   *[no] {" "}Ẹ yan nikan ti laini naa ba jẹ tiyin.
}
own-line = Ẹ yan nikan ti laini yii ba jẹ tiyin.
network-not-served = A ko tii le so { $network }. Fun bayii, MTN ati Airtel nikan.
other-line-or-end = Ṣe ẹ ni laini miran, MTN tabi Airtel? Ẹ fun mi ni nọmba rẹ. Bi ko ba si, ẹ tẹ "Fagile": a ko fi nnkan yin han, ko si si ewu.
network-unclear = N ko mọ nẹtiwọọki naa. Ẹ tẹ MTN tabi Airtel.
not-on-either = MTN ati Airtel ko mọ { $number }. Ẹ wo awọn nọmba ki ẹ tun un tẹ, tabi ti laini miran.
not-on-network = { $network } ko mọ { $number }. Boya laini naa wa lori nẹtiwọọki keji, tabi aṣiṣe wa ninu nọmba.

## Sending the code

still-sending = Mo n bẹ { $network } lati fi koodu yin ranṣẹ. O le gba iṣẹju aaya 15.
ask-otp =
    { $network } ti fi { $shortest ->
        [0] koodu
       *[other] { $same ->
            [yes] koodu onitọka { $shortest }
           *[no] koodu onitọka { $shortest } si { $longest }
        }
    } ranṣẹ nipa SMS si { $number }. Ẹ tẹ eyi to de gbẹyin nibi nikan. O jẹ ki { $business } ka laini yii, ko ju bẹẹ lọ: ko le gbe owo. Ẹ ma fun ẹnikẹni, titi kan aṣoju wa.
line-elsewhere = A ti so laini yii ninu chat miran pẹlu. Ti ẹ ba tẹsiwaju, mejeeji le ri i. Ekeji yoo gbọ lẹsẹkẹsẹ, eyikeyi le pari rẹ fun mejeeji. Ti ẹ ko ba mọ nipa rẹ, ẹ tẹ "cancel", lẹyin naa "person".
otp-hint = Nẹtiwọọki sọ pe: "{ $hint }"
ask-new-code = A ko le lo koodu { $network } to gbẹyin mọ. Ẹ tẹ "Fi koodu tuntun".
new-code-wait = Ẹ le beere koodu tuntun lẹyin { $wait }.{ $sent ->
    [yes] {" "}Ti SMS ko ba de, ẹ wo boya nọmba tọ ati pe foonu ni nẹtiwọọki.
   *[no] {""}
}
codes-used-up = Ẹ ti gba gbogbo koodu fun bayii. Ẹ le beere omiran { $until }, lẹyin { $wait }.
sending-unavailable = N ko ri { $network } nisinsinyi, nitori naa a ko fi koodu ranṣẹ. Ẹ tun gbiyanju lẹyin iṣẹju kan.
sending-busy = Ọwọ { $network } di pupọ, ko si fi koodu ranṣẹ. Ẹ tun gbiyanju lẹyin { $wait }.
sending-not-possible = { $network } ko le fi koodu ranṣẹ fun laini yii, nitori naa a ko le so o nisinsinyi. Ẹ ko ṣe aṣiṣe. Ti SMS ba de, koodu rẹ ko ni ṣiṣẹ. Ẹ tun gbiyanju to ba ya, tabi ki ẹ tẹ "person".
sending-unknown = { $network } ko dahun lasiko, nitori naa n ko mọ boya koodu n bọ. Ti SMS ba de, koodu rẹ ko ni ṣiṣẹ. Lẹyin { $wait } ẹ le tun yan nẹtiwọọki yin fun tuntun.
our-fault = Nnkan kan ko tọ lọdọ wa, ẹyin ko si le tun un ṣe. Alaye yin wa laabo. Ẹ ko nilo lati dahun: ẹ tun gbiyanju to ba ya, tabi ki ẹ ba { $support } sọrọ.
limit-otp-requests-per-number-day = Nọmba yii ti gba gbogbo koodu ti oni. Ẹ le beere omiran { $until }, lẹyin { $wait }.
limit-otp-requests-per-contact-day = Ẹ ti gba gbogbo koodu yin ti oni. Ẹ le beere omiran { $until }, lẹyin { $wait }.
limit-otp-requests-per-hour = Ọpọ eniyan n so laini nisinsinyi, nitori naa a ko fi koodu ranṣẹ. Ẹ tun gbiyanju { $until }, lẹyin { $wait }.
limit-otp-requests-per-prefix-hour = Ọpọ koodu lọ si iru nọmba yii, nitori naa a ko fi ranṣẹ. Ẹ tun gbiyanju { $until }, lẹyin { $wait }.

## Checking the code

still-checking = Mo n wo koodu yin. O le gba iṣẹju aaya 15.
code-wrong-length = Koodu kọ niyẹn: koodu ni nọmba { $same ->
    [yes] { $shortest }
   *[no] { $shortest } si { $longest }
}. A ko din igbiyanju yin ku.
no-code-yet = Koodu ko tii de? O le gba iṣẹju meji. O n lọ si { $number }. Ẹnikan n beere rẹ? Ẹ ma fun ẹnikẹni.
change-by-button = Koodu ni mo n duro de. Fun nọmba tabi nẹtiwọọki miran, ẹ tẹ "Yi nọmba pada".
code-too-early = Ti o ba jẹ nọmba foonu yin, o nilo nọmba 11, bii 0803 123 4567. Ti o ba jẹ koodu, akoko rẹ ko tii to; n ko lo o. Ẹ ma sọ koodu fun ẹnikẹni.
code-out-of-place = Iyẹn jọ koodu, ṣugbọn n ko reti ọkan nisinsinyi, nitori naa n ko lo o. Koodu atijọ ko ṣiṣẹ. Ẹ ma sọ koodu fun ẹnikẹni.
code-not-typed = Koodu wa ninu rẹ, n ko si lo o: koodu ti ẹ tẹ gẹgẹ bi ọrọ tuntun nikan ni mo n ka. Ẹ ma fi koodu ranṣẹ si ẹnikẹni.
delete-your-code = { $deletes ->
    [yes] {""}
   *[no] Ẹ jọwọ, ẹ pa ọrọ yin to ni koodu rẹ nisinsinyi: emi ko le pa a.
}
wrong-code = Koodu yẹn ko tọ. O ku { $tries ->
    [one] igbiyanju 1
   *[other] igbiyanju { $tries }
}. Ẹ wo SMS to de gbẹyin lati { $network }.
wrong-code-last = Koodu yẹn naa ko tọ, igbiyanju to gbẹyin si niyẹn.
code-expired = Koodu yẹn ti pẹ ju: iṣẹju mẹwaa ni koodu fi n ṣiṣẹ.
check-unavailable = N ko ri nẹtiwọọki, nitori naa a ko wo koodu yin, a ko si din igbiyanju ku. Ẹ tun un tẹ lẹyin iṣẹju kan.
check-unknown = Nẹtiwọọki ko dahun, nitori naa n ko mọ boya koodu tọ.{ $tries ->
    [0] {""}
   *[other] {" "}Ẹ le tun un tẹ lẹẹkan, tabi ki ẹ beere tuntun.
}
limit-otp-checks-per-number-day = A ti gbiyanju koodu pupọ fun nọmba yii loni. Ẹ tun gbiyanju { $until }, lẹyin { $wait }.
link-again = Koodu yin tọ, ṣugbọn igbesẹ to gbẹyin kuna, koodu si ti pari. Ẹ ma binu. Ẹ yan nẹtiwọọki yin fun tuntun.

## Linked

linked = A ti so laini { $network } yin { $number }.
as-of = { $today ->
    [yes] Ti oni
   *[no] Ti { $at_date }
}, { $at_time }.
as-of-stale = { $today ->
    [yes] Ti oni
   *[no] Ti { $at_date }
}, { $at_time }; nẹtiwọọki ko dahun nisinsinyi.
as-of-unknown = Nẹtiwọọki ko dahun nisinsinyi, nitori naa eyi le jẹ ti tẹlẹ.
summary-masked = Apa kan orukọ ni mo n fi han, nitori ẹnikan ko tii fi han mi pe nọmba yii jẹ tiyin. { $share ->
    [yes] Lati ri gbogbo rẹ, ẹ tẹ "Fi nọmba mi ranṣẹ" nisalẹ.
   *[no] Lati ri gbogbo rẹ, ẹ so laini naa lati chat nọmba yẹn.
} Ṣe orukọ yin kọ? Ẹ tẹ "not my name".
already-here = A ti so laini { $network } yin { $number } ninu chat yii tẹlẹ, nitori naa a ko nilo koodu. Ohun ti ẹ gba bayii bẹrẹ loni. Ẹ tẹ "receipt" fun iwe ẹri.
line-too-young = Ẹni to ni { $number } ko tii pe ọdun { $age }, nitori naa n ko fi laini yii han. { $business } ko gbọdọ ka a, mo si ti pa ohun ti mo ni rẹ. Ẹ ko ṣe aṣiṣe. Ti ọjọ ibi ko ba tọ, ẹ sọ fun nẹtiwọọki yin lati tun un ṣe.
summary-no-identity = { $network } ko fun wa ni orukọ fun laini yii.
summary-no-balances = { $network } ko fun wa ni iyoku owo fun laini yii.
summary-nothing = Nẹtiwọọki ko tii fun wa ni alaye laini yii. Ẹ tẹ "balance" to ba ya lati ri i.
summary-processing = A ti so laini { $network } yin { $number }. { $network } n pese alaye yin. Emi yoo fi ranṣẹ sibi funra mi, laarin iṣẹju diẹ. Ẹ ko nilo lati duro.
summary-later = A ti so laini { $network } yin { $number }. Alaye naa pẹ ju bo ti n ṣe lọ; emi yoo fi ranṣẹ sibi to ba de.
reading-next = Mo ṣi n ka laini yin. Lẹyin rẹ ni ohun ti ẹ ṣẹṣẹ beere.
reading-pending = Nẹtiwọọki ṣi n pese rẹ, nitori naa ko si nnkan lati fi han. Ko tumọ si pe ko si. Ẹ tun beere lẹyin iṣẹju diẹ.
still-reading = Mo n ka laini yin. Ohun ti mo ba ri yoo wa sibi funra rẹ.
reading-failed = Nẹtiwọọki ko dahun. Laini yin ṣi wa ni siso. Ẹ tun gbiyanju lẹyin iṣẹju kan.
already-linked = A ti so laini yin tẹlẹ. Lati dẹkun fifi han, ẹ tẹ "unlink".

## Afterwards

nothing-linked = Ko si laini ti a so nibi nisinsinyi.
finish-first = Ẹ jẹ ka pari eyi na, tabi ki ẹ tẹ "cancel".
ask-unlink = Ṣe ki a dẹkun fifi laini yii han { $business }? Lẹyin naa wọn ko gbọdọ ka a mọ, ninu chat yii ati nibikibi ti a ti so o, emi yoo si pa ohun ti mo tọju rẹ.
unlinked = O ti pari. A ti tu { $number }, { $business } ko si gbọdọ ka a mọ, ninu chat yii tabi omiran. A pa rẹ: account, pẹlu nọmba ati nẹtiwọọki laini naa. A tọju: akọsilẹ pe ẹ gba ati pe ẹ ti da a duro, bi ofin ṣe beere ẹri.
kept = O dara, a ko yi nnkan kan pada.
privacy = { $business } n lo alaye laini yin fun { $purpose } nikan. Mo ti nọmba ati account yin pa, n kii si tọju koodu. Ẹ tẹ "unlink" lati da a duro, "delete" lati pa gbogbo rẹ.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}Sii: { $privacy }
}

## At every step

person = { $agent_given ->
    [no] Lati ba eniyan sọrọ ni { $business }: { $support }. Ti ẹnikan ko ba ran yin lọwọ { $until }, ẹ tun tẹ "person".
   *[yes] Mo ti sọ fun { $agent } ti { $business } pe ẹ fẹ eniyan. Wọn ko sọ nnkan { $until }? Ẹ beere lọwọ { $support }.
} Ko si ẹni to nilo koodu yin. Emi yoo dakẹ titi di igba naa; ẹ tẹ "Tẹsiwaju" lati tẹsiwaju pẹlu mi.
person-awaited = Mo fi iyẹn silẹ fun ẹni naa. Lati tẹsiwaju pẹlu mi, ẹ tẹ "Tẹsiwaju".
offer-person = Ṣe ki eniyan ran yin lọwọ?
proof =
    Oluranlọwọ { $business } niyi{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }.

    SMS naa n wa lati MTN tabi Airtel lẹyin ti ẹ ba yan nẹtiwọọki yin nibi. Koodu rẹ jẹ ki a ka laini yin: ko le gbe owo. Ẹ tẹ ẹ nibi nikan. Ko si ẹnikan lati { $business } ti yoo beere rẹ lọwọ yin.

    Ko da yin loju? Ẹnikẹni le sọ bẹẹ: ẹ pe { $business } lori nọmba ti ẹ ti mọ. Fun ibeere: { $support }.
proof-code = Oluranlọwọ { $business } niyi. Koodu naa jẹ ki a ka laini yii: ko le gbe owo. Ko si ẹnikan lati { $business } ti yoo beere rẹ lọwọ yin. Ko da yin loju? Ẹ ma tẹ ẹ: ẹ pe { $business } lori nọmba ti ẹ ti mọ.
proof-cancel = Ti kii ba ṣe ẹyin lo bẹrẹ eyi, ẹ tẹ "cancel".
proof-unlink = A ti so laini yin nibi. Lati dẹkun fifi han, ẹ tẹ "unlink": o pari lẹsẹkẹsẹ.
proof-agent = Aṣoju yin ni { $agent }, nọmba { $reference }. Oju foonu yin mejeeji n fi han: { $first } { $second }.
help-idle = Mo n ran yin lọwọ lati fi alaye laini MTN tabi Airtel han { $business }.
help-consent = Ẹ ka ohun ti { $business } fẹ ri. Ẹ gba lati tẹsiwaju, tabi ki ẹ kọ, ko si nnkan ti yoo ṣẹlẹ.
help-number = Ẹ tẹ nọmba laini MTN tabi Airtel ti ẹ fẹ fi han.
help-network = Ẹ yan nẹtiwọọki ti laini naa wa loni.
help-otp = Ẹ ṣi SMS lati nẹtiwọọki yin ki ẹ tẹ koodu nibi. Ko si SMS? Ẹ duro iṣẹju kan, ẹ wo boya foonu ni nẹtiwọọki, ki ẹ beere tuntun.
help-other = Ibi ti a de niyi.
help-words = Ẹ le tẹ eyi nigbakugba: back, cancel, language, person, help.
ask-language = Ede wo? Which language?
language-changed = O dara, Yoruba ni.
cancelled = A ti fagile e. A ko so laini kankan.
cancelled-code = A ti fagile e. A ko so laini kankan, koodu to ba de lẹyin eyi ko ni ṣiṣẹ.
opted-out = O dara: n ko ni kọwe si yin mọ. Lati gbọ lati ọdọ mi, ẹ tẹ START. Lati dẹkun fifi laini han, ẹ tẹ UNLINK; lati pa gbogbo rẹ, DELETE. Iyẹn ṣi n ṣiṣẹ.
nothing-to-cancel = Ko si nnkan to n lọ lọwọ, nitori naa ko si nnkan lati da duro.
no-way-back = Ibẹrẹ niyi; ko si nnkan ṣaaju rẹ.
ask-resume = Ṣe ki a tẹsiwaju lati ibi ti a duro?
ask-resume-line = Ṣe ki a tẹsiwaju pẹlu { $number }? Ẹ le gba koodu tuntun nipa SMS.
ask-begin = Ẹ tẹ isalẹ nigbakugba ti ẹ ba fẹ bẹrẹ.
time-ran-out = Iṣẹju mẹwaa ti pe, nitori naa mo ti i pa fun aabo yin. A ko so laini kankan.
time-ran-out-unknown = Iṣẹju mẹwaa pe ki nẹtiwọọki to dahun. Koodu to ba ṣi de ko ni ṣiṣẹ.
warning = O ku { $left } lati pari eyi. Lẹyin rẹ emi yoo ti i pa fun aabo yin; ẹ le tẹsiwaju pẹlu titẹ kan.
too-many-messages = Ẹ fi ọrọ pupọ ranṣẹ lẹẹkan, nitori naa mo dakẹ diẹ. Ẹ ka ohun to de, ki ẹ kọwe lẹẹkan.
said-again = Mo ti ni iyẹn.
old-button = Mo ti ni iyẹn. Ibi ti a de niyi; lati duro, ẹ tẹ "cancel".
not-understood = Iyẹn ko ye mi.
not-understood-consent = Iyẹn ko ye mi. Ẹ tẹ idahun kan, tabi "mo gba" tabi "n ko gba".
message-unreadable = N ko le ka ọrọ yin to gbẹyin. Ẹ tun un fi ranṣẹ ni kikọ.
oddity-photo = N ko le ka aworan. Ẹ dahun ni kikọ.
oddity-sticker = O dara! Ṣugbọn ẹ dahun ni kikọ.
oddity-voice = N ko le gbọ ohun. Ẹ tẹ idahun yin.
oddity-file = N ko le ṣi faili. Ẹ dahun ni kikọ.
oddity-location = N ko nilo ibi ti ẹ wa. Ẹ dahun ni kikọ.
oddity-edited = Mo ri pe ẹ yi ọrọ atijọ pada. Tuntun nikan ni mo n ka; ẹ tun un tẹ.
oddity-forwarded = Ohun ti ẹ kọ funra yin nikan ni mo n ka.
oddity-other = Kikọ nikan ni mo le ka. Ẹ dahun ni kikọ.

## Buttons, and the words that mean the same

button-agree = Mo gba
    .words = mo gba, bẹẹni mo gba
button-decline = Rara, o ṣeun
    .words = rara o ṣeun, n ko gba
button-choose = Yan eyi to wu yin
    .words = yan eyi to wu mi
button-allow = Bẹẹni, eyi naa
    .words = bẹẹni eyi naa
button-leave-out = Rara, yọ ọ kuro
    .words = rara yọ ọ kuro, yọ ọ kuro
button-proof = Ṣe ootọ ni eyi?
    .words = ṣe ootọ ni, ṣe ootọ ni eyi, ta ni yin, jibiti ni
button-own-number = Lo { $number }
    .words = nọmba mi, lo nọmba mi
button-new-code = Fi koodu tuntun
    .words = fi koodu tuntun ranṣẹ, koodu tuntun, koodu ko de
button-change-number = Yi nọmba pada
    .words = yi nọmba pada, nọmba miran, nọmba ko tọ
button-resume = Tẹsiwaju
    .words = tẹsiwaju, ẹ jẹ ka tẹsiwaju
button-begin = { $again ->
    [yes] Tun bẹrẹ
   *[no] Bẹrẹ
}
    .words = bẹrẹ, tun bẹrẹ
button-link-another = So laini miran
    .words = so laini miran, laini miran
button-help = Iranlọwọ
    .words = iranlọwọ, ẹ ran mi lọwọ
button-cancel = Fagile
    .words = fagile
button-back = Pada sẹyin
    .words = pada sẹyin
button-language = Ede
    .words = ede, yi ede pada
button-person = Ba eniyan sọrọ
    .words = ba eniyan sọrọ, mo fẹ eniyan, aṣoju
language-name = Yorùbá
    .words = yoruba
button-balance = Iyoku owo
    .words = iyoku owo, iyoku
button-transactions = Iwọle ati ijade
    .words = iwọle ati ijade
button-more = Sii
    .words = sii
button-accounts = Awọn laini yin
    .words = awọn laini mi
button-unlink = Tu laini
    .words = tu laini, dẹkun fifi han
button-privacy = Aṣiri
    .words = aṣiri
button-receipt = Iwe ẹri
    .words = iwe ẹri
button-delete = Pa gbogbo rẹ
    .words = pa gbogbo rẹ
button-confirm = Bẹẹni, ṣe e
    .words = bẹẹni ṣe e, ṣe e
button-keep = Rara, fi silẹ
    .words = rara fi silẹ, fi silẹ
button-share-on = Maa fi han lọ
    .words = maa fi han lọ
button-stop-sharing = Duro bayii
    .words = duro bayii
button-not-my-name = Kii ṣe orukọ mi
    .words = kii ṣe orukọ mi, orukọ mi kọ, emi kọ
button-share-contact = Fi nọmba mi ranṣẹ

## Time and numbers

seconds = iṣẹju aaya { $n }
minutes = iṣẹju { $n }
hours = wakati { $n }
today = ni { $time }
tomorrow = lọla ni { $time }
on-date = ni { $date } ni { $time }
minutes-of-calls = { $n } min
messages = SMS { $n }
progress = Mo ṣi n beere lọwọ nẹtiwọọki; ẹ ṣeun fun suuru.
progress-done = Nẹtiwọọki ti dahun.
menu-hint = Lati yan, ẹ dahun 1, 2 … tabi ọrọ naa:
list-label = Ẹ yan

## The link's page

page-title = Ibeere lati { $business }
page-heading = { $business } fẹ ri alaye laini MTN tabi Airtel yin
page-purpose = O wa fun { $purpose }, ati ti ẹ ba gba nikan. O gba bii iṣẹju meji.
page-agent = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } ti { $business }
} lo fi link yii ranṣẹ.
page-continue = Tẹsiwaju lori { $channel }
page-until = Link naa n ṣiṣẹ lẹẹkan, o si pari { $until }.
page-steps = Ohun to kan
page-step-code = Ẹ fun wa ni nọmba yin. MTN tabi Airtel yoo fi koodu ranṣẹ nipa SMS.
page-step-done = Ẹ tẹ koodu naa ninu chat kan naa. Ẹ le dẹkun nigbakugba.
page-sms = Bi SMS naa ṣe ri
page-safe = Ẹ ṣọra
page-safe-code = Ẹ tẹ koodu ninu chat nikan. Ko si ẹni to nilo lati gbọ ọ{ $agent_given ->
    [no] {""}
   *[yes] , titi kan { $agent }
}.
page-languages = Ede

## Answers to what people ask, at any step

answer-free = Ọfẹ ni: { $business } ati emi ko gba owo, SMS to ni koodu ko si na yin ni nnkan.
answer-money = Rara. N ko le gbe owo tabi owo ipe, n ko si le de account banki. Ohun ti ẹ gba nikan ni { $business } le ka.
answer-calls = Rara. Ko si ẹni to ri tabi gbọ ipe, ọrọ, nọmba tabi chat yin: { reads } nikan.
answer-why-number = Nọmba ni nẹtiwọọki fi mọ laini: ibẹ ni koodu n lọ, ki ẹlomiran ma le gba fun yin. { $business } n lo o fun { $purpose } nikan.
answer-who-sees = { $business } nikan, fun { $purpose } nikan. A kii ta a. Ẹ tẹ "unlink" nigbakugba lati da a duro.
answer-loan = Laini nikan ni mo mọ, kii ṣe owo yiya: { $business } lo n pinnu ohun ti ẹ le gba ati igba wo. Ẹ beere lọwọ wọn: { $support }.
answer-how-long = Siso n gba bii iṣẹju meji. { $business } le ka laini naa titi de oṣu { $months }, tabi titi ẹ fi tẹ "unlink".
answer-next = Ti a ba so laini naa, mo sọ fun { $business } lẹsẹkẹsẹ, ẹ ko nilo lati ṣe nnkan mọ nibi. Nipa { $purpose }, ẹ beere lọwọ wọn: { $support }.
answer-code-asked = Ẹ ma fun ẹnikẹni ni koodu: kii ṣe lori foonu, kii ṣe aṣoju, kii ṣe { $business }. Ẹ tẹ ẹ nibi nikan, ti ẹyin ba lo bẹrẹ eyi. Ẹ ti fun wọn? Ẹ tẹ "cancel" nibi, ki ẹ sọ fun { $support }.
answer-code-asked-linked = Ẹ ma fun ẹnikẹni ni koodu: kii ṣe lori foonu, kii ṣe aṣoju, kii ṣe { $business }. Ẹ ti fun wọn? A ti so laini yin nibi: ẹ tẹ "unlink" lati pari rẹ, ki ẹ sọ fun { $support }.
answer-languages = Ẹ ma binu, n ko tii gbọ ede yẹn. Mo n sọ { $languages }; ẹ tẹ eyi ti ẹ fẹ.
reply-thanks = Ko si wahala.
reply-greeting = Ẹ n lẹ!
reply-ok = O dara.
reply-later = O dara. Ẹ kọwe si mi nibi ti ẹ ba ṣetan.
reply-wait = Ẹ ma kanju.
ask-back-agree = Lati gba, ẹ tẹ bọtini tabi: mo gba
ask-back-networks = Ẹ darukọ nẹtiwọọki ti laini naa wa nisinsinyi: MTN tabi Airtel.
which-number = Mo ri ju nọmba kan lọ. Ewo ni ti laini naa?
which-code = Mo ri ju nọmba kan lọ, n ko si lo eyikeyi: igbiyanju ko din. Ẹ tẹ koodu nikan.
identity-not-needed = A ko nilo BVN tabi NIN nibi. Ẹ ma fi ranṣẹ si ẹnikẹni ninu chat.

# Words by which this language is known at once, and that stand in no other.
heard-tongue =
    .words = ẹ kaaro, ẹ kaasan, ẹ kaale, bawo ni, ẹ n lẹ, ẹ jọwọ, e kaaro, e jowo, ẹ ṣeun
