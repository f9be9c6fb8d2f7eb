# Hausa, for the customer's conversation. It awaits a native reader: what is not here is said in English.
# In all entries: $business who asks, $purpose why, $support who the person to talk to is, $privacy a page.

## Greeting and consent

consent =
    Sannu! { $business } ya ce in taimaka maka ka nuna bayanan layinka na MTN ko Airtel saboda { $purpose }. Zai ɗauki kusan minti biyu.

    Idan ka yarda, { $business } zai iya ganin waɗannan na layinka:
    { $parts }

    Don { $purpose } kawai, har tsawon wata { $months }; yana ƙarewa da kansa da wuri idan ban karanta komai ba kwana { $unused }.{ $identity ->
        [yes] {""}
       *[no] {" "}{ age-check }
    }{ $several ->
        [yes] {" "}Don barin wani abu, rubuta "choose".
       *[no] {""}
    } Don tsayar da shi a kowane lokaci, rubuta "unlink".
consent-identity = sunanka, jinsi da ranar haihuwa
consent-balances = ragowar kuɗin waya da data
consent-transactions = yadda kuɗin waya da data suka shiga da fita
age-check = { $adult ->
    [0] {""}
   *[other] Zan duba ranar haihuwa sau ɗaya kawai, don ganin cewa mai layin ya kai shekara { $adult }: ba zan ajiye ta ba, kuma { $business } ba zai same ta ba.
}
one-by-one = To, ɗaya bayan ɗaya. Ba a yarda da komai ba sai amsarka ta ƙarshe.
ask-scope = { $scope ->
    [identity] { $business } ya ga { consent-identity }?{ age-check-otherwise }
    [balances] { $business } ya ga { consent-balances }?
   *[transactions] { $business } ya ga { consent-transactions }?
}
age-check-otherwise = { $adult ->
    [0] {""}
   *[other] {" "}Idan ba haka ba, zan duba ranar haihuwa sau ɗaya kawai, don ganin cewa mai layin ya kai shekara { $adult }: ba zan ajiye ta ba, kuma { $business } ba zai same ta ba.
}
scopes-left-out = An bar shi: { $reads }.
scopes-agreed = An yarda: { $business } zai iya ganin { $reads }, ba wani abu na layinka ba.
consent-agent = { $agent_given ->
    [no] { $business } ne ya aiko maka wannan link. Kalmomi biyu da suka zo da shi dole su zama { $first } { $second }. Idan ba haka ba, taɓa "A'a, na gode".
   *[yes] { $agent } na { $business } ne ya aiko maka wannan link. Kalmomi biyu da { $agent } ke gani dole su zama { $first } { $second }. Idan ba haka ba, taɓa "A'a, na gode".
}
consent-changed = An sauya rubutun tun da aka tambaye ka. Ga abin da yake cewa yanzu.
consent-again = Ka yarda { $business } ya ga waɗannan bayanan na layinka?
number-forgotten = To, ba zan yi amfani da lambar ba. Da farko amsarka; sannan za ka iya ba da wata.
number-kept = Na ajiye { $number_given ->
    [no] lambobinka
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}a { $network }
} don daga baya. Amsarka tukuna; ka yarda ne kawai idan layin naka ne.
declined = To, shi ke nan. Ba a haɗa { $lines ->
    [0] layi
   *[other] wani layi
} ba a wannan karon. Idan ka sauya ra'ayi, rubuto mini a nan.
put-off = To, sai wani lokaci. Ba a raba komai ba, kuma link ɗinka yana aiki: rubuto mini a nan idan ka shirya.
stale-link = Ba za a iya sake amfani da wannan link ɗin ba. Za ka iya ci gaba a nan, ko ka nemi sabo daga wakilinka.
still-here = Muna tsakiyar aikin. Babu abin da ya ɓata.

## While an operator has paused linking

paused = { $words_given ->
    [no] { $business } ya dakatar da haɗa layi na ɗan lokaci.
   *[yes] { $business } ya dakatar da haɗa layi na ɗan lokaci: "{ $words }"
}
paused-code = A yanzu ba a karɓar lambar sirri: ba a yi amfani da taka ba. Za ka sami sabuwa idan mun ci gaba.
paused-kept = Babu abin da ya ɓata. Idan mun dawo, taɓawa ɗaya za ta ci gaba daga inda ka tsaya. Za a goge abin da ka faɗa mini { $until }, ko nan take idan ka rubuta "delete".
paused-later = Har sai lokacin ba zan tambayi komai game da layinka ba. Idan mun dawo, taɓawa ɗaya za ta fara.
paused-lines = Layin da ka haɗa yana aiki kamar kullum, kuma za ka iya tsayar da shi kowane lokaci da /unlink.

## The line

ask-number = Menene lambar wayar layinka? Rubuta ta kamar 0803 123 4567{ $share ->
    [yes] , ko ka taɓa "Tura lambata" a ƙasa
   *[no] {""}
}. Taka kawai: za a tura mata lambar sirri.
ask-number-own = Menene lambar wayar layinka? Zaɓi { $number }, ko ka rubuta wata taka.
number-not-a-number = Ban ga lambar waya a ciki ba. Lamba daidai tana kamar 0803 123 4567.
own-number-unseen = Ba na ganin lambar wannan waya. { $share ->
    [yes] Taɓa "Tura lambata" a ƙasa, ko ka rubuta ta.
   *[no] Rubuta ta.
}
number-too-short = Lambar ta yi gajarta. Lambar waya ta Najeriya tana da lambobi 11, kamar 0803 123 4567.
number-too-long = Wannan ba lambar wayar Najeriya ba ce: tana da lambobi 11 kuma tana farawa da 0, kamar 0803 123 4567.
number-foreign = Wannan ba lambar Najeriya ba ce. Layin MTN ko Airtel na Najeriya kawai nake haɗawa, kamar 0803 123 4567.
number-not-mobile = Wannan ba lambar wayar hannu ba ce. Ina bukatar lambar SIM na MTN ko Airtel, kamar 0803 123 4567.
number-first = Lamba tukuna; sadarwar tana biyo baya.
contact-not-own = Don tsaronka katin lambarka kaɗai nake karɓa. Idan layin naka ne, rubuta lambarsa.
contact-out-of-place = Ba na bukatar katin lamba yanzu.
link-for-other-number = Wannan link na { $number } ne kawai. Ci gaba da wannan layin, ko ka nemi link na ɗayan daga wakilinka.
link-number-not-typed = An rubuta wasu lambobi da yawa a nan, don haka ba zan ƙara karɓar lambar da aka rubuta don wannan link ba. Idan { $number } layinka ne, ci gaba da kamfaninsa, tura lambarka ko ka rubuto mini daga gare shi. Don wani layi, nemi link daga wakilinka.
ask-network = { $number }: a wace sadarwa layin yake yanzu?{ $likely_given ->
    [no] {""}
   *[yes] {" "}Kamar { $likely } ne; idan ka mayar da lambar, zaɓi ɗayar.
} Ita ce za ta aika masa lambar sirri ta SMS.
network-again = A wace sadarwa { $number } take yanzu?{ $proven ->
    [yes] {""}
   *[no] {" "}Zaɓi ne kawai idan layin naka ne.
}
own-line = Zaɓi ne kawai idan layin naka ne.
network-not-served = Ba a fara amfani da { $network } ba tukuna. Yanzu layin MTN da Airtel kaɗai nake haɗawa.
other-line-or-end = Kana da wani layi na MTN ko Airtel? To ba ni lambarsa. Idan babu, taɓa "Soke": ba a nuna komai naka ba, kuma babu laifi.
network-unclear = MTN ko Airtel? Taɓa ko ka rubuta. Lambar ba daidai ba ce? Taɓa "Sauya lamba".
not-on-either = MTN da Airtel duk ba su san { $number } ba. Duba lambobin ka sake rubutawa, ko ka rubuta ta wani layi.
not-on-network = { $network } ba ta san { $number } ba. Watakila layin yana ɗaya sadarwar yanzu, ko akwai kuskure a lambar.

## Sending the code

still-sending = Ina roƙon { $network } ta aika lambar sirrinka zuwa { $number }. Yana ɗaukar har sakan 15. Ba layin ba ne? Rubuta "cancel".
ask-otp =
    { $network } ta aika { $shortest ->
        [0] lambar sirri
       *[other] { $same ->
            [yes] lambar sirri mai lambobi { $shortest }
           *[no] lambar sirri mai lambobi { $shortest } zuwa { $longest }
        }
    } ta SMS zuwa { $number }. Rubuta ta baya-bayan nan a nan kawai. Tana barin { $business } ya karanta wannan layin, ba wani abu ba: ba za ta iya fitar da kuɗi ba. Kada ka ba kowa, ko wakilinmu.
line-elsewhere = An haɗa wannan layin a wani chat ma. Idan ka ci gaba, duka biyun za su gan shi. Ɗayan zai ji nan take, kuma kowanne zai iya dakatar da shi ga duka. Idan ba ka san da shi ba, rubuta "cancel", sannan "person".
line-shared-elsewhere = An haɗa shi a wani chat ma: duka biyun za su gan shi, kuma kowanne zai iya dakatar da shi ga duka. Ɗayan ya ji. Idan ba ka san da shi ba, rubuta "unlink", sannan "person".
otp-hint = Sadarwar ta ce: "{ $hint }"
ask-new-code = Ba za a iya amfani da lambar sirri ta ƙarshe ta { $network } ba kuma. Taɓa "Turo sabuwar lamba".
then-network-again = Sannan ka sake taɓa { $network }.
new-code-wait = Za ka iya neman sabuwar lambar sirri bayan { $wait }.{ $sent ->
    [yes] {" "}Idan SMS bai zo ba, duba ko lambar daidai ce kuma wayar tana da sabis.
   *[no] {""}
}
code-sent = { $network } ta aika SMS ɗin { $ago } da suka wuce.
code-sent-next = Duba ko lambar daidai ce kuma wayar tana da sabis. Don wata lambar sirri, taɓa "Turo sabuwar lamba": sai ita kaɗai ce za ta yi aiki.
codes-used-up = Ka karɓi duk lambobin sirri na yanzu. Za ka iya neman wata { $again }, bayan { $wait }.
sending-unavailable = Ban sami { $network } ba yanzu, don haka ba a aika lambar sirri ba. Sake gwadawa bayan minti ɗaya.
sending-busy = { $network } tana da aiki sosai, ba ta aika lambar sirri ba. Sake gwadawa bayan { $wait }.
sending-not-possible = { $network } ba ta iya aika lambar sirri ga wannan layin ba, don haka ba za a iya haɗa shi yanzu ba. Ba laifinka ba ne. Idan SMS ya zo, lambarsa ba za ta yi aiki ba. Sake gwadawa anjima, ko ka rubuta "person".
sending-unknown = { $network } ba ta amsa a lokaci ba, don haka ban san ko lambar sirri tana hanya ba. Idan SMS ya zo, lambarsa ba za ta yi aiki ba. Bayan { $wait } za ka iya sake zaɓar sadarwarka don sabuwa.
our-fault = Wani abu a wurinmu bai yi daidai ba, kuma ba kai za ka gyara ba. Bayananka suna lafiya. Ba sai ka amsa yanzu ba: sake gwadawa anjima, ko ka yi magana da { $support }.
limit-otp-requests-per-number-day = Wannan lambar ta karɓi duk lambobin sirri na yau. Za ka iya neman wata { $again }, bayan { $wait }.
limit-otp-requests-per-number-day-unproven = Sauran lambobin sirri na yau na wannan lambar an ajiye su don mai ita. Idan taka ce, tura ta da maɓallin, ko ka rubuto mini daga gare ta. Idan ba haka ba, sake gwadawa { $again }, bayan { $wait }.
limit-otp-request-pause-per-number = An aika lambar sirri zuwa wannan lambar yanzun nan, don haka ba a aika wata ba. Za ka iya neman ta gaba bayan { $wait }.
limit-otp-requests-per-contact-day = Ka karɓi duk lambobin sirrinka na yau. Za ka iya neman wata { $again }, bayan { $wait }.
limit-otp-requests-per-hour = Mutane da yawa suna haɗa layi yanzu, don haka ba a aika lambar sirri ba. Sake gwadawa { $again }, bayan { $wait }.
limit-otp-requests-per-prefix-hour = An aika lambobin sirri da yawa ga lambobi irin wannan, don haka ba a aika ba. Sake gwadawa { $again }, bayan { $wait }.
limit-otp-requests-kept-for-owners = Ana neman lambobin sirri da yawa, don haka an ajiye sauran don masu lambobi. Idan wannan taka ce, tura ta da maɓallin, ko ka rubuto mini daga gare ta. Idan ba haka ba, sake gwadawa { $again }, bayan { $wait }.

## Checking the code

still-checking = Ina duba lambar sirrinka. Yana ɗaukar har sakan 15.
still-linking = Lambar sirrinka daidai ce, ina haɗa layinka. { $again ->
    [yes] Yana ɗaukar lokaci fiye da yadda aka saba: zan ci gaba da gwadawa na 'yan mintuna, in gaya maka a nan.
   *[no] Yana ɗaukar har sakan 15.
}
code-wrong-length = Wannan ba lambar sirrin ba ce: tana da lambobi { $same ->
    [yes] { $shortest }
   *[no] { $shortest ->
        [0] { $longest } ko ƙasa
       *[other] { $shortest } zuwa { $longest }
    }
}, duka a saƙo ɗaya. Ba a rage maka gwaji ba.
pin-not-needed = Ba a taɓa bukatar PIN a nan, ban yi amfani da shi ba. Kada ka faɗa wa kowa.
code-not-understood = Ban gane wannan ba. Ina jiran lambar sirrin da ake turawa zuwa { $number }: rubuta ta a nan. Wani yana tambayarka ita? Kada ka ba kowa.
no-code-yet = Lambar sirri ba ta zo ba? Tana iya ɗaukar minti biyu. Ana turawa zuwa { $number }. Wani yana tambayarka ita? Kada ka ba kowa.
change-by-button = Yanzu ina jiran lambar sirri. Don wata lamba ko sadarwa, taɓa "Sauya lamba".
code-too-early = Idan lambar wayarka ce, tana bukatar lambobi 11, kamar 0803 123 4567. Idan lambar sirri ce, lokacinta bai yi ba; ban yi amfani da ita ba. Kada ka faɗa wa kowa lambar sirri.
code-out-of-place = Wannan kamar lambar sirri ce, amma ba na jiran ta yanzu, don haka ban yi amfani da ita ba. Tsohuwa ba ta aiki. Kada ka faɗa wa kowa lambar sirri.
code-not-typed = Akwai lambar sirri a ciki, ban yi amfani da ita ba: wadda ka rubuta a sabon saƙo kaɗai nake karantawa. Kada ka tura wa kowa lambar sirri.
delete-your-code = { $deletes ->
    [yes] {""}
   *[no] Don Allah ka goge saƙonka mai lambar sirri yanzu: ni ba zan iya ba.
}
wrong-code = Wannan lambar sirri ba daidai ba ce. Saura { $tries ->
    [one] gwaji 1
   *[other] gwaji { $tries }
}. Duba SMS na baya-bayan nan daga { $network }.
wrong-code-unsure = Sadarwar ba ta karɓi wannan lambar sirri ba. Idan ita ce ta baya, wancan gwajin da bai sami amsa ba na iya ya gama da ita: nemi sabuwa.{ $tries ->
    [0] {""}
    [one] {" "}Ko ka duba SMS na baya-bayan nan: saura gwaji 1.
   *[other] {" "}Ko ka duba SMS na baya-bayan nan: saura gwaji { $tries }.
}
same-code = Ka riga ka aiko wannan lambar sirri, ba daidai ba ce. Ba a sake gwada ta ba, don haka ba a rage gwaji ba. Duba SMS na baya-bayan nan daga { $network }.
wrong-code-last = Wannan ma ba daidai ba ce, kuma shi ne gwaji na ƙarshe.
code-expired = Wannan lambar sirri ta tsufa: tana aiki na minti goma.
check-unavailable = Ban sami sadarwar ba, don haka ba a duba lambar sirrinka ba, ba a rage gwaji ba. Sake rubuta ta bayan minti ɗaya.
check-unknown = Sadarwar ba ta amsa ba, don haka ban san ko lambar sirrin daidai ce ba.{ $tries ->
    [0] {""}
   *[other] {" "}Wataƙila ta ƙare: sake rubuta ta sau ɗaya, ko ka nemi sabuwa.
}
limit-otp-checks-per-number-day = An gwada lambobin sirri da yawa ga wannan lambar yau. Sake gwadawa { $again }, bayan { $wait }.
link-again = Lambar sirrinka daidai ce, amma mataki na ƙarshe ya gaza kuma lambar ta ƙare. Yi haƙuri. Zaɓi sadarwarka don sabuwa.

## Linked

linked = An haɗa layinka na { $network } { $number }.
summary = { $details }
as-of = { $today ->
    [yes] Na yau
   *[no] Na { $at_date }
}, { $at_time }.
as-of-stale = { $today ->
    [yes] Na yau
   *[no] Na { $at_date }
}, { $at_time }; sadarwar ba ta amsa yanzu ba.
as-of-unknown = Sadarwar ba ta amsa yanzu ba, don haka waɗannan na iya zama na da.
summary-masked = Ina nuna ɓangaren suna kawai, domin ba wanda ya nuna mini tukuna cewa lambar taka ce. { $share ->
    [yes] Don ganin duka, taɓa "Tura lambata" a ƙasa.
   *[no] Don ganin duka, haɗa layin daga chat na wannan lambar.
} Ba sunanka ba ne? Rubuta "not my name".
identity = { $network } { $number }
    { $details }
not-my-name = Sunan da yake a bayanan sadarwar ke nan. Watakila layin yana da sunan wani, ko bayanan ba daidai ba ne: sadarwar ce kaɗai za ta iya gyara. { $agent_given ->
    [no] Don magana da mutum a { $business }: { $support }.
   *[yes] Na faɗa wa { $agent } na { $business }. Ba su ce komai ba { $until }? To, tambayi { $support }.
} Zan yi shiru har lokacin; taɓa "Ci gaba" don ci gaba da ni. Idan ba ka so a nuna wannan layin, rubuta "unlink": kullum ina jin haka.
already-here = An riga an haɗa layinka na { $network } { $number } a wannan chat, don haka ba a bukatar lambar sirri. Abin da ka yarda yanzu yana farawa daga yau. Rubuta "receipt" don rasit.
line-too-young = Mai { $number } bai kai shekara { $age } ba, don haka ba na nuna wannan layin. Ba a yarda { $business } ya karanta shi ba, kuma na goge abin da nake da shi. Ba laifinka ba ne. Idan ranar haihuwar ba daidai ba ce, roƙi sadarwarka ta gyara.
summary-no-identity = { $network } ba ta ba da suna na wannan layin ba.
summary-no-balances = { $network } ba ta ba da ragowar kuɗi na wannan layin ba.
summary-nothing = Sadarwar ba ta ba da bayanan wannan layin ba tukuna. Rubuta "balance" anjima ka gani.
summary-processing = An haɗa layinka na { $network } { $number }. { $network } tana shirya bayananka. Zan turo su nan da kaina, yawanci cikin 'yan mintuna. Ba sai ka jira ba.
summary-later = An haɗa layinka na { $network } { $number }. Bayanan sun daɗe fiye da kullum; zan turo su nan idan sun zo.
summary-given-up = { $network } ba ta ba da bayanan { $number } ba cikin yini. Layin yana haɗe; rubuta "balance" don sake gwadawa.
reading-next = Har yanzu ina karanta layinka. Bayan haka sai abin da ka nema yanzu.
reading-pending = Sadarwar tana shirya shi, don haka babu abin nunawa tukuna. Ba yana nufin babu ba. Sake tambaya bayan 'yan mintuna.
reading-missing = Sadarwar ba ta san wannan layin yanzu ba, don haka ban iya karanta shi ba. Yana nan a haɗe. Zan sake tambaya da kaina, in faɗa maka idan ya ƙare.
still-reading = Ina karanta layinka. Abin da na samu zai zo nan da kansa.
receipt = Rasit { $reference }: ranar { $at_date } da { $at_time } ka bar { $business } ya karanta { $reads }, don { $purpose }, har { $end_date }, { $end_time }. Yana ƙarewa da wuri idan ban karanta komai ba kwana { $unused }.
receipt-first-release = Rasit { $reference }: ranar { $at_date } da { $at_time } ka yarda da rubutu na { $version }. Ba a rubuta wanda ya tambaya, dalili da iyakar lokaci ba a lokacin.
receipt-ends = Karatun yana ƙarewa da kansa ranar { $end_date }, { $end_time }, ko da wuri idan na daɗe ban karanta komai ba.
receipt-narrowed = Tun { $at_date } da { $at_time } an rage shi: { $reads } kawai.
receipt-page = Wanda yake shakka zai iya duba a nan ko yana aiki: { $page }
receipt-no-line = Babu layin da aka haɗa da shi, don haka ba a karanta komai.
receipt-ended = Rasit { $reference }: an yarda ranar { $at_date } da { $at_time }{ $business_given ->
    [no] {""}
   *[yes] {" "}da { $business }
}, ya ƙare ranar { $ended_date } da { $ended_time }: { $why }.
receipts-none = Ba a yarda da komai a wannan chat ba.
receipts-unreadable = { $n ->
    [one] Akwai ƙarin bayani ɗaya na wannan chat
   *[other] Akwai ƙarin bayanai { $n } na wannan chat
} a ajiye, waɗanda ba na iya karantawa yanzu. Tambayi { $support }.
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
scope-identity = sunanka, jinsi da ranar haihuwa
scope-balances = ragowar kuɗinka
scope-transactions = shiga da fitar kuɗinka
ended-customer = kai ka tsayar da shi
ended-time = lokacinsa ya cika
ended-unused = ba a yi amfani da shi ba
ended-renewed = sabuwar yarjejeniya ta maye shi
ended-other-chat = an ƙare shi a wani chat
ended-network = sadarwar ce ta ƙare shi, ba laifinka ba ne
ended-age = mai layin bai kai shekarun ba
ended-operator = wani a kamfanin ya ƙare maka shi
receipt-head = Alamar wannan a littafinmu: { $head }. Ajiye ta: da ita mai bincike yake ganin ko an canza shi daga baya.
receipt-next = { $business } ya sani yanzu: game da { $purpose } su za ka tambaya. Abin da za ka iya yi a nan: { $balances ->
    [yes] {"balance, "}
   *[no] {""}
}{ $transactions ->
    [yes] {"transactions, "}
   *[no] {""}
}unlink, delete. Rubuta kalmar kawai.
already-linked = An riga an haɗa layinka. Don daina nuna shi, rubuta "unlink".
born = haihuwa: { $date }
born-masked = haihuwa: { $decade }•
female = mace
male = namiji

## Afterwards

menu = { $lines ->
    [one] An haɗa layinka.
   *[other] Kana da layuka { $lines } da aka haɗa.
} Me kake son gani? Don ganin duk abin da ke akwai, rubuta "help".
balances = { $network } { $number }
    { $details }
which-transactions = { $network } { $number }{ $when_given ->
    [yes] , { $when }
   *[no] {""}
}{ $way ->
    [in] , kuɗin da suka shiga
    [out] , kuɗin da suka fita
   *[both] {""}
}
from-to = { $first } zuwa { $last }
transactions =
    { which-transactions }{ $place ->
        [1] {""}
       *[other] {" "}· shafi { $place }
    }
    { $details }
transactions-none = Babu shiga da fitar kuɗi: { which-transactions }.
transactions-no-more = Su ke nan duka.
transactions-unfinished = Ban gama duba su duka ba tukuna: sadarwar tana jinkiri. Rubuta "more" don in ci gaba da dubawa.
transactions-more-of-what = Ƙarin me?
transactions-unread = { $n ->
    [one] Ɗaya ya zo a yadda ba na iya karantawa, don haka ban nuna shi ba.
   *[other] Guda { $n } sun zo a yadda ba na iya karantawa, don haka ban nuna su ba.
}
transactions-as-of = Sadarwar ba ta amsa yanzu ba: an karanta wannan { $today ->
    [yes] yau
   *[no] ranar { $at_date }
} da { $at_time }.
transactions-not-yet = Lokacin nan bai zo ba tukuna. Rubuta watan da ya wuce, misali "transactions october".
transactions-no-such-day = Babu wannan ranar a kalanda. Rubuta misali "transactions october" ko "transactions 2026-10".
transactions-which-time = Wane lokaci kake nufi? Rubuta misali "transactions october" ko "transactions 2026-10".
statement = Bayanin kuɗinka, { which-transactions }: { $n ->
    [one] sau ɗaya
   *[other] sau { $n }
}, { $received } sun shiga, { $spent } sun fita.
statement-columns = Kwanan wata, Lokaci, Shiga, Fita, Kuɗi, Bayani, Ragowa bayan haka
statement-stopped = Sadarwar ta daina amsawa, don haka ya fara ne daga { $at_date }. Don na baya, nemi lokacin da ya gabata.
statement-other = Don wani lokaci, rubuta misali "statement october" ko "statement 2026-08 to 2026-10".
file-link = Don karɓar fayil ɗin, buɗe wannan cikin minti goma. Sau ɗaya yake aiki: { $link }
transaction = { $date } · { $sign }{ $amount } { $way ->
    [in] shiga
   *[out] fita
}{ $narration_given ->
    [no] {""}
   *[yes] {" "}· { $narration }
}
balance-owed = ana binka { $amount }
group-airtime = Kuɗin waya
group-bonus = Garaɓasa
group-data = Data
group-calls = Kira da SMS
group-roaming = Yawo (roaming)
group-other = Sauran
balances-anew = Sadarwar za ta ba da sababbin lissafi bayan { $left }.
balances-more = da ƙarin { $n }
ask-more = Kana son ƙari? Za ka kuma iya rubuta sunan wata, "in" ko "out".
ask-other = Don wasu, rubuta sunan wata, "in" ko "out".
usage = { $network } { $number }, { $from } zuwa { $until }
    An kashe { $spent }: kuɗin waya (kira, SMS) { $airtime } · data { $data } · sauran { $other } · biyan bashi { $repaid }
    Ya shigo { $received }
    { $loans ->
        [yes] An ranta { $borrowed }, an biya { $repaid }; bashi mafi yawa a lokaci ɗaya { $debt }
       *[no] Ba a ranta komai ba
    }
    { $biggest }
    { $months }
usage-month = { $month }: fita { $spent }, shiga { $came }
usage-biggest = Data mafi girma: { $narration }, { $amount }, { $date }
usage-no-bundle = Ba a sayi data ba
usage-none = { $network } { $number }: babu kuɗin wayar da ya shiga ko ya fita daga { $from } zuwa { $until }.
usage-begins = { $network } ba ta nuna komai kafin { $since } ba: sabon layi, ko wanda ya zo daga wata sadarwa, ba shi da na baya.
usage-ported = Wannan lambar ta fara a wata sadarwa. { $network } tana nuna abin da ya faru tun da ta iso kawai, daga { $since }.
usage-stopped = Na iya karantawa ne daga { $since } kawai: { $why ->
    [slow] sadarwar ta yi jinkiri da sauran
    [refused] sadarwar ba ta ba da sauran ba
   *[long] sun fi yadda zan iya karantawa lokaci ɗaya
}. Na baya ba sa cikin wannan lissafin.
usage-uncounted = { $uncounted ->
    [one] Guda ɗaya ba shi da rana ko adadin naira da zan iya karantawa, ba a lissafa shi ba.
   *[other] Guda { $uncounted } ba su da rana ko adadin naira da zan iya karantawa, ba a lissafa su ba.
}
not-agreed = Ba ka yarda { $business } ya ga { $reads } na { $network } { $number } ba, don haka ba na karanta su. Don ka yarda da hakan ma, rubuta "haɗa wani layi" ka sake ba da wannan lambar; ba a bukatar lambar sirri.
ask-narrow = { $business } yana iya ganin wannan na { $network } { $number }: { $reads }. Me za a ɓoye daga yanzu? Don kada a sauya komai, rubuta "back".
ask-hide = A ɓoye { $gone } na { $network } { $number } daga { $business } daga yanzu?
hidden = An gama. Daga yanzu ba a yarda { $business } ya ga { $gone } na { $number } ba, a wannan chat ko wani, kuma ba zan ƙara karanta su ba. Har yanzu yana iya ganin { $reads }.
hidden-again = Don tsayar da komai, rubuta "unlink". Don sake yarda, rubuta "haɗa wani layi" ka yarda sabo.
hidden-elsewhere = An ɓoye shi a wani chat da yake da wannan layin, a { $channel }.
hidden-whole = An ɓoye abin da { $business } yake iya gani na { $number } a wani chat, a { $channel }. Shi ne duk abin da ka yarda da shi a nan, don haka layin ba ya haɗe a wannan chat kuma.
picture-usage = { $network } · { $from } zuwa { $until }
picture-airtime = Kuɗin waya (kira, SMS)
picture-data = Data
picture-other = Sauran
picture-repaid = Biyan bashi
picture-received = Ya shigo
picture-borrowed = An ranta
mydata-line = { $network } { $number }
    Mai gani: { $seen_by_given ->
        [no] { $business }
       *[yes] { $seen_by }, don { $seen_for }
    }
    Abin gani: { $reads }
    Tun: { $since_date }, { $since_time }
    Har: { $ends ->
        [no] sai ka tsayar da shi
       *[yes] { $end_date }, { $end_time }, ko kafin haka idan ka tsayar, ko idan ban karanta komai ba kwana { $unused }
    }
    Ta hannun: { $link_given ->
        [no] kai kaɗai, ba link
       *[yes] { $agent_given ->
            [no] link { $link }
           *[yes] { $agent }, link { $link }
        }
    }
    Rasit: { $receipt }
mydata-read = { $times ->
    [0] Ban karanta shi ba tukuna.
    [one] Na karanta shi sau ɗaya, ranar { $last_date } da { $last_time }.
   *[other] Na karanta shi sau { $times }, na ƙarshe ranar { $last_date } da { $last_time }.
} Abin da { $business } yake karantawa da kansa, ba ta wurina ba, ba na gani.
mydata-file = Wannan shi ne duk abin da nake ajiye naka a nan, don kai da kwamfuta (JSON). Yana nuna lambarka: wanda ka yarda da shi kawai za ka ba.
mydata-nobody = Babu layin da aka haɗa a nan, don haka ba wanda zai ga komai na layi ta wurina.
mydata-read-before = Abin da { $business } ya karanta lokacin da layi yake a haɗe, yana iya kasancewa a wurinsa: ka tambayi { $support } game da shi.
mydata-chat = Lambar wannan chat, { $chat }, tana zuwa da kowane saƙo: ina ajiye ta don amsa maka kawai, da shaidar yarjejeniyoyinka.
mydata-kept = { $chat_given ->
    [no] {""}
   *[yes] { mydata-chat }{" "}
}{ $number_given ->
    [no] Ban ajiye wata lambarka ba bayan haka{ $begun ->
        [yes] , sai dai cewa ka yarda kuma za ka iya ci gaba
       *[no] {""}
    }.
   *[yes] Ina kuma ajiye lambarka { $number }{ $begun ->
        [yes] , don ka ci gaba da taɓawa ɗaya
       *[no] {""}
    }.
} A rubuce: { $agreements ->
    [0] babu yarjejeniya ta wannan chat.
    [one] yarjejeniya 1 ta wannan chat, ana ajiye ta har abada a matsayin shaida; rubuta "receipt" ka gan ta.
   *[other] yarjejeniya { $agreements } ta wannan chat, ana ajiye su har abada a matsayin shaida; rubuta "receipt" ka gan su.
} Suna, ragowar kuɗi, da shiga da fita ana nuna su ne, ba a ajiye su; BVN da NIN ba a nuna ba a ajiye.
account-line = { $network } { $number }, an haɗa ranar { $at_date }: { $business } zai iya ganin { $reads }{ $ends ->
    [no] {""}
   *[yes] . Yana ƙarewa da kansa; ba zai wuce { $end_date } ba
}. { $times ->
    [0] Ban karanta shi ba tukuna.
    [one] Na karanta shi sau ɗaya.
   *[other] Na karanta shi sau { $times }.
}
seen-else = { seen-kinds } Don ɓoye wani abu, rubuta "choose"; don tsayar da duka, "unlink".
seen-kinds = { $transactions ->
    [yes] Shiga da fita suna nuna lokacin da airtime da data suka shigo, aka yi amfani da su ko aka yi aron su. Ba
   *[no] Ba
} kira, ba saƙonni, ba asusun banki.
ask-which-line = Wane layi?{ $more ->
    [yes] {" "}Idan ba ya ƙasa, rubuta lambarsa.
   *[no] {""}
}
limit-reads-per-contact-hour = Ka duba sau da yawa cikin wannan awar, kuma kowane dubawa yana da kuɗi. Za ka iya sake dubawa { $again }, bayan { $wait }.
reading-failed = Sadarwar ba ta amsa ba. Layinka yana nan a haɗe. Sake gwadawa bayan minti ɗaya.
nothing-linked = Babu layin da aka haɗa a nan yanzu.
no-line-on = Babu layin { $network } da aka haɗa a nan, sai { $named } kawai.
one-line-first = Ɗaya bayan ɗaya: zaɓi ɗaya tukuna.
nothing-to-unlink = Babu layin da aka haɗa a nan. Don a goge abin da nake ajiye, rubuta "delete"; don kada in ƙara rubutowa, "unsubscribe".
finish-first = Mu gama wannan tukuna, ko ka rubuta "cancel".
line-lost = Layinka { $number } ba ya haɗe kuma: sadarwar ce ta ƙare shi, ba laifinka ba ne. { $business } ba zai iya karanta shi ba kuma. Don sake nuna shi, rubuta "link".
line-shared = An haɗa layinka { $number } yanzu a wani chat ma, a { $channel }, da lambar sirri da ta zo masa ta SMS. Rasit ɗinka na nan bai sauya ba. Ba kai ba ne? Rubuta "unlink": hakan yana ƙare shi a kowane chat.
line-ended = Layinka { $number } ba ya haɗe kuma: an ƙare shi { $channel_given ->
    [yes] a wani chat, a { $channel }
   *[no] a kowane chat
}. Ba a yarda { $business } ya karanta shi ba kuma, kuma na goge abin da na ajiye na shi a nan.
ask-unlink = A daina nuna { $network } { $number } ga { $business }? Daga nan ba a yarda ya karanta shi ba, a wannan chat da kowane wani da aka haɗa shi, kuma zan goge abin da nake ajiye na shi.
ask-after-stop = { $lines ->
    [0] Babu layin da aka haɗa a nan. Don a goge komai, rubuta DELETE.
   *[other] A daina nuna wa { $business }? To rubuta UNLINK: zai ƙare ga kowane layin nan. Don a goge komai kuma, rubuta DELETE.
}
ask-delete = A goge komai? { $lines ->
    [0] Babu layin da aka haɗa a nan. Zan manta lambarka da abin da ka fara.
   *[other] Daga nan ba a yarda { $business } ya karanta { $lines ->
        [one] layinka
       *[other] layukanka
    } ba, a wannan chat da kowane wani, kuma zan goge abin da nake ajiyewa.
} Idan ka yarda a da, dole a ajiye bayanin hakan, da lokacin da ka daina, don shaida.
consent-ends =
    Yarjejeniyarka ta { $at_date } tana ƙarewa ranar { $end_date } da { $end_time }{ $why ->
        [unused] {" "}domin na daɗe ban karanta komai ba
       *[time] {""}
    }. Daga nan ba a yarda { $business } ya karanta layinka na { $network } { $number } ba, kuma zan cire shi.

    Idan ka taɓa "Ci gaba da nunawa", ka sake yarda ke nan: { $business } zai iya ganin { $reads }, don { $purpose } kawai, har tsawon wata { $months } daga lokacin; yana ƙarewa da wuri idan ban karanta komai ba kwana { $unused }. Don tsayar da shi a kowane lokaci, rubuta "unlink".
consent-over = An cire layinka na { $network } { $number } ranar { $at_date } da { $at_time }: { $why ->
    [unused] ba a karanta komai ba kwana { $unused }
   *[time] lokacin da ka yarda da shi ya cika
} (rasit { $reference }). Ba a yarda { $business } ya karanta shi ba kuma. An goge: account, da lambar layin da sadarwa. An ajiye: bayanin cewa ka yarda da lokacin da ya ƙare, kamar yadda doka ta nema shaida.
sharing-reminder = Tunatarwa: { $business } yana iya karanta layinka na { $network } { $number }, don { $purpose }. Wannan yana ƙarewa da kansa ranar { $end_date }. Don tsayarwa yanzu, rubuta "unlink".
unlinked = An gama. An cire { $number }, kuma ba a yarda { $business } ya karanta shi ba, a wannan chat ko wani. An goge: account, da lambar layin da sadarwa. An ajiye: bayanin cewa ka yarda kuma yanzu ka daina, kamar yadda doka ta nema shaida.
deleted = An gama. An goge: { $lines ->
    [0] lambarka da abin da ka fara. Ba a haɗa layi a nan ba
   *[other] kowane layi da aka haɗa a nan, da lambarsa da sadarwa; ba a yarda { $business } ya karanta su ba kuma, a wannan chat ko wani
}. Abin da ke cikin wannan chat, kai kaɗai za ka iya share shi.{ $chat_given ->
    [no] {""}
   *[yes] {" "}Lambarka { $chat } har yanzu tana zuwa da kowane saƙon da ka rubuta a nan.
} An ajiye, idan ka yarda a da: bayanin lokacin da aka yarda da lokacin da aka daina a wannan chat, kamar yadda doka ta nema shaida.
unlinked-for-you = { $business } ya cire maka { $number }{ $why ->
        [lost] , domin wayarsa ta ɓata ko tana hannun wani
        [tricked] , domin watakila wani ya yaudare ka ka haɗa shi
        [again] {" "}kuma: ka riga ka ƙare wannan, amma tsohon kwafin bayananmu bai sani ba
       *[asked] , kamar yadda ka roƙa
    }. Ba a yarda ya karanta layin ba kuma. An goge: account, da lambar layin da sadarwa. An ajiye: bayanin cewa ka yarda kuma ya ƙare, kamar yadda doka ta nema shaida. Idan ba ka so haka ba: { $support }.
deleted-for-you = { $business } ya goge abin da aka ajiye naka a nan{ $why ->
        [lost] , domin wayarka ta ɓata ko tana hannun wani
        [tricked] , domin watakila wani ya yaudare ka
        [again] {" "}kuma: ka riga ka nemi haka, amma tsohon kwafin bayananmu bai sani ba
       *[asked] , kamar yadda ka roƙa
    }. An goge: kowane layi da aka haɗa a wannan chat, da lambarsa da sadarwa; ba a yarda { $business } ya karanta su ta wannan chat ba kuma. An ajiye, idan ka yarda a da: bayanin lokacin da aka yarda a wannan chat da lokacin da ya ƙare, kamar yadda doka ta nema shaida. Idan ba ka so haka ba: { $support }.
unanswered = Amsarka ba ta zo cikin lokaci ba, don haka ba a sauya komai ba.
ask-anew = In sake tambayarka?
kept = To, ba a sauya komai ba.
privacy = { $business } yana amfani da bayanan layinka don { $purpose } kawai. Abin da nake ajiyewa yana a kulle, kuma ba na ajiye lambar sirri: rubuta "mydata" ka gan shi. Rubuta "unlink" don tsayarwa, "delete" don goge komai.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}Ƙari: { $privacy }
}

## At every step

person = { $agent_given ->
    [no] Don magana da mutum a { $business }: { $support }. Idan ba wanda ya taimaka { $until }, sake rubuta "person".
   *[yes] Na faɗa wa { $agent } na { $business } cewa kana son mutum. Ba su ce komai ba { $until }? To, tambayi { $support }.
} Ba mutumin da ke bukatar lambar sirrinka. Zan yi shiru har lokacin; taɓa "Ci gaba" don ci gaba da ni.
person-awaited = Na bar wa mutumin. Don ci gaba da ni, taɓa "Ci gaba" ko ka rubuta.
offer-person = Ko ka yi magana da mutum.
offer-tongue = { $name }? Taɓa ko ka rubuta, sai in yi magana da shi.
proof =
    Wannan mataimakin { $business } ne{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }.

    SMS ɗin yana zuwa daga MTN ko Airtel bayan ka zaɓi sadarwarka a nan. Lambar sirrinsa tana barin mu karanta layinka: ba za ta iya fitar da kuɗi ba. Rubuta ta a nan kawai. Ba wanda daga { $business } zai taɓa tambayarka ita.

    Ba ka tabbata ba? Kowa zai iya faɗin haka: kira { $business } a lambar da ka riga ka sani. Don tambaya: { $support }.
proof-code = Wannan mataimakin { $business } ne. Lambar sirrin tana barin mu karanta wannan layin: ba za ta iya fitar da kuɗi ba. Ba wanda daga { $business } zai taɓa tambayarka ita. Ba ka tabbata ba? Kada ka rubuta ta: kira { $business } a lambar da ka sani.
proof-site = { $site_given ->
    [no] {""}
   *[yes] A shafinsa na yanar gizo, { $site }, { $business } ya ce wannan chat nasa ne.
}
proof-cancel = Idan ba kai ne ka fara wannan ba, rubuta "cancel".
proof-unlink = An haɗa layinka a nan. Don daina nuna shi, rubuta "unlink": yana ƙarewa nan take.
proof-agent = { $agent_given ->
    [no] Ka zo ta link { $reference }. Kalmomin da suka zo da shi dole su zama { $first } { $second }. Idan ba haka ba, kada ka ci gaba.
   *[yes] Wakilinka { $agent } ne, lamba { $reference }. Kalmomi biyu na allonsa dole su zama { $first } { $second }. Idan ba haka ba, ba daga gare shi yake ba: kada ka ci gaba.
}
help-idle = Ina taimaka maka ka nuna bayanan layin MTN ko Airtel ga { $business }.
help-consent = Karanta abin da { $business } ke son gani. Ka yarda don ci gaba, ko ka ƙi, ba abin da zai faru.
help-scopes = Faɗi a kan kowane abu ko { $business } zai iya ganinsa. Za ka iya barin abin da kake so.
help-number = Rubuta lambar layin MTN ko Airtel da kake son nunawa. Ba ka tabbata ba? Kira wani da shi: wayarsa za ta nuna ta.
help-network = Zaɓi sadarwar da layin yake a kanta yau: wadda kake saya masa kuɗin waya.
help-otp = Buɗe SMS a wayar da take da { $number } ka rubuta lambar sirrin a nan. Babu SMS? Jira minti ɗaya, duba ko wayar tana da sabis, sannan ka nemi sabuwa.
help-other = Ga inda muke.
help-linked =
    Za ka iya rubutawa a kowane lokaci:
    { $rows }
    - haɗa wani layi
help-row = - { $command }: { $does }
help-words = Za ka iya rubutawa a kowane lokaci: back, cancel, language, person, help.
ask-language = Wane yare? Which language?
language-changed = To, Hausa za mu yi.
cancelled = An soke. Ba a haɗa { $lines ->
    [0] layi
   *[other] wani layi
} ba a wannan karon.
cancelled-code = An soke. Ba a haɗa { $lines ->
    [0] layi
   *[other] wani layi
} ba a wannan karon, kuma lambar sirrin da ta zo daga baya ba za ta yi aiki ba.
continue-later = Idan kana so ka ci gaba daga baya, rubuta "continue" cikin { $left }.
opted-out = To: ba zan ƙara rubuto maka ba. Don sake ji daga gare ni, rubuta START. Don daina nuna kowane layin da aka haɗa, rubuta UNLINK; don a goge komai, DELETE. Wannan yana aiki har yanzu.
nothing-to-cancel = Ba abin da ake yi, don haka ba abin da za a tsayar.
no-way-back = Wannan ne farkon; babu abin da ke kafin sa.
ask-resume = Mu ci gaba daga inda muka tsaya?
ask-resume-line = Mu ci gaba da { $number }? Watakila za ka sami sabuwar lambar sirri ta SMS.
ask-begin = Taɓa ƙasa duk lokacin da kake son farawa.
time-ran-out = Lokaci ya cika, don haka na rufe wannan don tsaronka. Ba a haɗa layi ba a wannan karon.
time-ran-out-unknown = Lokaci ya cika kafin sadarwar ta amsa. Lambar sirrin da ta zo daga baya ba za ta yi aiki ba.
warning = Saura { $left } ka gama wannan. Bayan haka zan rufe don tsaronka; za ka iya ci gaba da taɓawa ɗaya.
too-many-messages = Ka turo saƙonni da yawa a lokaci ɗaya, don haka na ɗan dakata. Karanta abin da ya zo, sannan ka rubuta sau ɗaya.
said-again = Na riga na sami wannan.
old-button = Wannan amsar tambayar baya ce, don haka ba a yi komai ba. Ga inda muke; don tsayawa, rubuta "cancel".
not-understood = Ban gane wannan ba.
not-understood-consent = Ban gane wannan ba. Ka yarda? Taɓa amsa, ko ka rubuta "na yarda" ko "ban yarda ba".
message-unreadable = Ban iya karanta saƙonka na ƙarshe ba. Sake turo shi a rubuce.
oddity-photo = Ba na iya karanta hoto. Amsa da rubutu.
oddity-sticker = Ya yi kyau! Amma ka amsa da rubutu.
oddity-voice = Ba na iya sauraron murya. Rubuta amsarka.
oddity-file = Ba na iya buɗe fayil. Amsa da rubutu.
oddity-location = Ba na bukatar wurin da kake. Amsa da rubutu.
oddity-edited = Na ga ka sauya tsohon saƙo. Sababbi kaɗai nake karantawa; sake rubutawa.
oddity-forwarded = Abin da ka rubuta da kanka kaɗai nake karantawa, ban da saƙon da aka turo.
oddity-other = Rubutu kaɗai nake iya karantawa. Amsa da rubutu.

## What the messenger shows about the bot

about = Ina taimaka maka ka nuna wa { $business } bayanan layinka na MTN ko Airtel, idan ka yarda. Yana ɗaukar minti biyu, kuma za ka iya tsayar da shi a kowane lokaci. Ba na taɓa tambayar PIN ko lambar sirri ta banki.
about-short = Nuna wa { $business } layinka na MTN ko Airtel, lafiya.
command-start = fara, ko ka ga inda muke
command-balance = ragowar kuɗin layinka
command-transactions = abin da ya shiga da wanda ya fita, wata-wata
command-statement = shi ma a matsayin fayil
command-usage = wata shida: an kashe, an ranta, ya shigo
command-accounts = layukan da ka haɗa
command-mydata = wa zai iya ganin me naka
command-choose = zaɓi abin da za su iya gani
command-receipt = abin da ka yarda, da lokacin da ya ƙare
command-privacy = abin da ake yi da bayananka
command-unlink = daina nuna shi
command-delete = goge komai
command-language = sauya yare
command-person = yi magana da mutum
command-cancel = tsayar da abin da muke yi
command-help = abin da zan iya yi

## Buttons, and the words that mean the same

button-agree = Na yarda
    .words = na yarda, eh na yarda, na amince
button-decline = A'a, na gode
    .words = ban yarda ba, ban amince ba, ban yarda, a'a ban yarda ba, a'a bana so, a'a ba na so, ba na so, bana so, ba na so ba, na ki
button-proof = Wannan gaskiya ne?
    .words = gaskiya ne, wannan gaskiya ne, wane ne kai, damfara ce
button-choose = Zaɓi abubuwa
    .words = zaɓi abubuwa
button-allow = Eh, shi ma
    .words = eh shi ma
button-leave-out = A'a, a bar wannan
    .words = a bar wannan
button-hide-identity = Ɓoye wane ne ni
    .words = ɓoye wane ne ni, ɓoye sunana
button-hide-balances = Ɓoye ragowar kuɗi
    .words = ɓoye ragowar kuɗi, ɓoye ragowa
button-hide-transactions = Ɓoye shiga da fita
    .words = ɓoye shiga da fita
button-own-number = Eh, { $number }
    .words = lambata, yi amfani da lambata
button-new-code = Turo sabuwar lamba
    .words = turo sabuwar lamba, sabuwar lamba, lambar ba ta zo ba, sake turowa
button-change-number = Sauya lamba
    .words = sauya lamba, wata lamba, lambar ba daidai ba ce
button-resume = Ci gaba
    .words = ci gaba, mu ci gaba
button-begin = { $again ->
    [yes] Sake farawa
   *[no] Fara
}
    .words = fara, sake farawa, mu fara
button-link-another = Haɗa wani layi
    .words = haɗa wani layi, wani layi
button-help = Taimako
    .words = taimako, taimake ni
button-cancel = Soke
    .words = soke, na daina, a daina, ka daina, fita, ina son fita, dakata, a dakata, tsaya, a tsaya, ba na so, bana so
button-back = Baya
    .words = baya, koma baya
button-language = Yare
    .words = yare, sauya yare
button-person = Yi magana da mutum
    .words = yi magana da mutum, ina son mutum, wakili
language-name = Hausa
    .words = hausa, harshen hausa
button-balance = Ragowar kuɗi
    .words = ragowar kuɗi, ragowa
button-transactions = Shiga da fita
    .words = shiga da fita
button-statement = Bayanin kuɗi
    .words = bayanin kuɗi
button-more = Ƙari
    .words = ƙari
button-usage = Amfanin layi
    .words = amfanin layi, yadda na kashe kuɗi
button-accounts = Layukan da aka haɗa
    .words = layukana, layukan da aka haɗa
button-mydata-file = Duka cikin fayil
    .words = duka cikin fayil
button-mydata = Wa yake ganin me
    .words = wa yake ganin me, me kuke ajiyewa
button-unlink = Cire layi
    .words = cire layi, a daina nunawa
button-privacy = Sirrin bayanai
    .words = sirrin bayanai
button-receipt = Rasit
    .words = rasit
button-delete = Goge komai
    .words = goge komai, a goge komai
button-confirm = Eh, yi haka
    .words = eh yi haka, yi haka
button-keep = A'a, bar shi
    .words = bar shi, a bar shi
button-share-on = Ci gaba da nunawa
    .words = ci gaba da nunawa
button-stop-sharing = Tsaya yanzu
    .words = tsaya yanzu
button-not-my-name = Ba sunana ba
    .words = ba sunana ba, ba sunana ba ne, ba ni ba ne
button-copy = Kwafi { $text }
button-share-contact = Tura lambata

## Time and numbers

seconds = { $n ->
    [one] sakan 1
   *[other] sakan { $n }
}
minutes = { $n ->
    [one] minti 1
   *[other] minti { $n }
}
hours = { $n ->
    [one] awa 1
   *[other] awa { $n }
}
today = da { $time }
tomorrow = gobe da { $time }
on-date = ranar { $date } da { $time }
minutes-of-calls = { $n } min
messages = SMS { $n }
progress = Har yanzu ina tambayar sadarwar; na gode da haƙuri.
progress-done = Na gode da haƙuri.
menu-hint = Don ka zaɓa, amsa 1, 2 … ko kalmar:
menu-hint-words = Don ka zaɓa, rubuta kalmomin:
list-label = Zaɓi

## The link's page

page-title = Roƙo daga { $business }
page-heading = { $business } yana roƙon ganin bayanan layinka na MTN ko Airtel
page-purpose = Saboda { $purpose } ne, kuma sai ka yarda. Zai ɗauki kusan minti biyu.
page-agent = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } na { $business }
} ne ya aiko maka wannan link.
page-continue = Ci gaba a { $channel }
page-until = Link ɗin yana aiki sau ɗaya, yana ƙarewa { $until }.
page-scan = Ɗauki hoton wannan da kyamarar wayarka don ci gaba a can.
page-qr = QR code na wannan shafin
page-steps = Abin da zai biyo baya
page-step-agree = Tura saƙon farko yadda yake, ko ka taɓa Start. Sannan karanta abin da { $business } zai gani, ka yarda ko ka ƙi.
page-step-code = Ka ba da lambarka. MTN ko Airtel za ta turo maka lambar sirri ta SMS.
page-step-done = Ka rubuta lambar sirrin a wannan chat ɗin. Za ka iya daina nunawa a kowane lokaci.
page-sms = Yadda SMS ɗin yake
page-sms-from = MTN ko Airtel
page-sms-note = Yana zuwa ne kawai bayan ka nema a chat; kalmominsa na iya bambanta. Lambar sirrin tana barin { $business } ya karanta wannan layin: ba za ta iya fitar da kuɗi ba.
page-safe = Ka kiyaye
page-safe-code = Rubuta lambar sirrin a chat kawai. Ba wanda ke bukatar jin ta{ $agent_given ->
    [no] {""}
   *[yes] , ko { $agent }
}.
page-report = Ba ka tsammaci wannan ba, ko wani yana tambayarka lambar sirrin? Tsaya, ka kira { $business } a lambar da ka riga ka sani.
page-report-to = Don kai ƙara: { $support }.
page-site = { $site_given ->
    [no] {""}
   *[yes] A shafinsa na yanar gizo, { $site }, { $business } ya ce wannan bot nasa ne.
}
page-privacy = Yadda ake kula da bayananka
page-quiet = Wannan shafin ba ya ajiye cookies kuma ba ya bin ka.
page-languages = Yare
page-file = Fayil ɗinka
page-file-next = Ka neme shi a chat. Sau ɗaya ake karɓarsa, cikin minti goma.
page-file-get = Karɓi fayil ɗin
page-file-gone = Fayil ɗin ba ya nan kuma
page-file-gone-next = An riga an karɓe shi, ko minti goma sun cika. Sake nemansa a chat.
page-gone = Ba za a iya amfani da wannan link ba
page-gone-next = An riga an yi amfani da shi, ya ƙare, ko bai cika ba. Nemi sabo daga wanda ya turo shi.
page-receipt-valid = Wannan rasit ɗin yana aiki
page-receipt-valid-next = { $business } ya ba da shi ranar { $at_date }, kuma bai ƙare ba. Yana aiki har { $end_date }, ba zai wuce haka ba.
page-receipt-narrowed = Ɓangaren wannan rasit ɗin yana aiki
page-receipt-narrowed-next = { $business } ya ba da shi ranar { $at_date }, kuma bai ƙare ba. Tun { $narrowed_date } an rage abin da za a iya karantawa: rasit mai sa hannu ya faɗi me ya rage.
page-receipt-ended = Wannan rasit ɗin ya ƙare
page-receipt-ended-next = { $business } ya ba da shi ranar { $at_date }. Ya ƙare ranar { $ended_date } da { $ended_time }: ba a yarda a karanta komai da shi ba kuma.
page-receipt-unknown = Ba a san wannan rasit ɗin a nan ba
page-receipt-unknown-next = Adireshin bai cika ba, ko ba a taɓa ba da rasit da shi ba. Kada ka dogara da shi.
page-receipt-signed = Rasit mai sa hannu, ga wanda yake son tabbatar da shi
page-busy = Ɗan jira kaɗan
page-busy-next = An buɗe shafuka da yawa daga sadarwarka. Sake gwadawa bayan { $wait }.

## Answers to what people ask, at any step

answer-free = Kyauta ne: { $business } da ni ba ma karɓar kuɗi, kuma SMS mai lambar sirri ba ya cin kuɗinka.
answer-money = Ba zan iya fitar da kuɗi ko kuɗin waya ba, ba zan iya taɓa asusun banki ba. { $business } zai karanta abin da ka yarda kawai.
answer-calls = A'a. Ba mai gani ko jin kiranka, saƙonninka, lambobinka ko hirarka: abin da ka yarda da shi kawai.
answer-why-number = Sadarwar tana sanin layi da lambarsa: can take aika lambar sirri, don kada wani sai kai ya yarda. { $business } yana amfani da ita don { $purpose } kawai.
answer-who-sees = { $business } kaɗai, abin da ka yarda da shi kaɗai, don { $purpose } kawai. Yana wucewa ta hannun masu karanta sadarwa dominsu, kuma ba a sayar da shi. Rubuta "unlink" a kowane lokaci don tsayarwa.
answer-who-sees-none = Babu kowa yanzu: babu layin da aka haɗa a nan. Idan ka yarda a haɗa, { $business } kaɗai zai ga abin da ka yarda da shi, don { $purpose } kawai.
answer-own-choice = Zaɓinka ne. Idan ka ƙi, ba a nuna komai; abin da hakan yake nufi ga { $purpose }, { $support } zai faɗa maka. Idan ka yarda, za ka iya tsayarwa a kowane lokaci: rubuta "unlink".
answer-own-choice-linked = Zaɓinka ne. Rubuta "unlink" a kowane lokaci, { $business } ba zai ƙara samun izinin karanta layinka ba. Za ka iya sake haɗa shi idan ka so.
answer-why-details = { $business } yana dubawa don { $purpose } kawai. Kai ke zaɓa: don barin wani abu, rubuta "choose".
answer-why-birth = Da shi { $business } yake sanin mai layin{ $adult ->
    [0] {""}
   *[other] , da cewa ya kai shekara { $adult }
}. Don barin sa, rubuta "choose".
answer-next-linked = An haɗa layinka kuma { $business } ya sani: ba abin da za ka ƙara yi a nan. Game da { $purpose } tambaye su: { $support }.
answer-what-seen = Idan ka yarda, { $business } zai ga { reads } kawai. { seen-kinds } Don barin wani abu, rubuta "choose".
answer-what-seen-none = Babu komai yanzu: babu layin da aka haɗa a nan. { $agreed ->
    [yes] Idan an haɗa
   *[no] Idan ka yarda a haɗa
}, { $business } zai ga { reads } kawai. { seen-kinds }
answer-name = Suna da ranar haihuwa suna daga bayanan sadarwarka, yadda aka yi wa layin rajista a can. Ba zan iya canza su ba: sadarwarka za ta iya, idan ka roƙa da katin shaidarka.
answer-line-unchanged = A'a. Ba zan iya toshe layinka, musanya SIM dinka ko canza komai a kansa ba. { $business } zai iya karanta abin da ka yarda kawai.
answer-robot = Ni shirin kwamfuta ne na { $business }, ba mutum ba. Taɓawa ɗaya za ta kai ka ga mutum.
answer-cannot-read = Rubutu kaɗai nake yi. Don taimako da murya: { $support }. Ba sa taɓa buƙatar lambar sirrinka.
answer-before = A'a. Ba a karanta komai kafin ka yarda ka rubuta lambar sirrin da kamfanin layinka ya turo.
answer-others-line-linked = Layin da aka haɗa a nan ba naka ba ne? To rubuta "unlink": mai shi kaɗai ne zai iya raba shi. Don haɗa layinka, rubuta "link another".
answer-pin = Ba a taɓa buƙatar PIN, kalmar sirri ko katin banki a nan. Kada ka faɗa wa kowa, kada ka rubuta a nan. Ka riga ka bayar? Kira bankinka yanzu.
answer-others-line = Layinka kawai, don Allah: mai layi shi ke yarda da kansa, a chat ɗinsa. Duk da haka naka ne? To rubuta lambar ita kaɗai.
answer-former-owner = Mai yiwuwa lambar ta kasance ta wani a da, kuma bayanan sadarwa suna iya nuna shi har yanzu: sadarwa kaɗai za ta iya gyarawa. Idan layin naka ne yanzu, za ka iya raba shi. Idan sunan da zan nuna ba naka ba ne, to rubuta "not my name". Ko ka yi magana da mutum.
answer-others-line-link = Layinka kaɗai: mai layi shi ne yake yarda a hirarsa. Wannan hanyar ta { $number } ce kaɗai. Idan ba naka ba ne, rubuta "cancel", ka nemi agent dinka hanyar layinka.
answer-others-line-code = Layinka kawai, don Allah: mai layi shi ke yarda da kansa, a chat ɗinsa. Idan wannan ba naka ba ne, kada ka rubuta lambar sirri: taɓa "Sauya lamba", ko ka rubuta "cancel". Duk da haka naka ne? To rubuta lambar sirri.
answer-loan = Layin kawai na sani, ban san rancen ba: { $business } ne ke yanke abin da za ka samu da lokaci. Tambaye su: { $support }.
answer-loan-ending = Layin kawai na sani, ban san rancen ba. Don kawo ƙarshen rance, ko janye buƙata, tambayi { $business }: { $support }.
answer-how-long = Haɗawa yana ɗaukar kusan minti biyu. { $business } yana iya karanta layin har wata { $months }, ko sai ka rubuta "unlink".
answer-next = Idan an haɗa layin, zan faɗa wa { $business } nan take, ba abin da za ka ƙara yi a nan. Game da { $purpose } tambaye su: { $support }.
answer-code-asked = Kada ka ba kowa lambar sirrin: ba a waya ba, ba ga wakili ba, ba ga { $business } ba. Rubuta ta a nan kawai, idan kai ne ka fara. Ka riga ka bayar? Rubuta "cancel" a nan, ka faɗa wa { $support }.
answer-code-asked-early = Kada ka ba kowa lambar sirrin: ba a waya ba, ba ga wakili ba, ba ga { $business } ba. Ba na jiran lambar sirri yanzu: kada ka rubuta ta a nan. Ka riga ka bayar? { $begun ->
    [yes] Rubuta "cancel" a nan, ka faɗa wa
   *[no] Ka faɗa wa
} { $support }.
answer-code-asked-linked = Kada ka ba kowa lambar sirrin: ba a waya ba, ba ga wakili ba, ba ga { $business } ba. Ka riga ka bayar? An haɗa layinka a nan: rubuta "unlink" don ƙare shi, ka faɗa wa { $support }.
answer-code-use = Lambar sirrin tana nuna cewa layin yana hannunka, tana barin { $business } ya karanta abin da ka yarda kawai: ba za ta iya fitar da kuɗi ba. Wannan chat kaɗai yake tambayarta, kuma ba mutumin da yake buƙatarta.
answer-no-code = Ba na jiran lambar sirri yanzu, kuma tsohuwa ba ta aiki. Sadarwa za ta turo sabuwa bayan ka ba da lambarka da sadarwarka a nan.
answer-no-code-linked = An haɗa layinka: ba a sake bukatar lambar sirri. Wani yana tambayarka ita? Kada ka ba kowa.
answer-phone-lost = To faɗa wa { $support } yanzu: za su iya ƙare maka shi. Idan an haɗa layi a nan, rubuta "unlink" don daina nuna shi. Roƙi sadarwarka ta rufe SIM ɗin. Kada ka ba kowa lambar sirri.
answer-who-linked = Babu layin da aka haɗa a wannan chat yanzu. An haɗa naka ba tare da kai ba? Faɗa wa { $support }: za su iya ƙare maka shi. Kada ka ba kowa lambar sirri.
who-linked-line = An haɗa { $network } { $number } a wannan chat, da lambar sirri da ta zo masa ta SMS. Yarjejeniyar ta { $at_date } ce, { $at_time }, rasit { $reference }{ $link_given ->
    [no] {""}
   *[yes] , ta link { $link }
}.
who-linked-stop = Ba kai ba ne? Rubuta "unlink" don ƙare shi, kuma ka faɗa wa { $support }.
answer-why-network = Sadarwar da ka zaɓa ita take aika lambar sirri ta SMS zuwa layinka, don haka dole ta kasance wadda layin yake a kanta yanzu; idan ba ta san layin ba, za ka sake zaɓa. Ba a haɗa komai kafin ka rubuta wannan lambar sirri a nan.
answer-sms-to-come = Lambar sirri tana zuwa ta SMS zuwa layin, bayan na sami lambarsa da sadarwarsa. Za ka rubuta ta a nan.
answer-endings = Rubuta "unlink" yana ƙare nuna layi: daga nan ba a yarda { $business } ya karanta shi ba, a kowane chat, kuma zan goge abin da nake ajiyewa game da shi. Rubuta "delete" yana yin haka ga kowane layin da aka haɗa a nan, yana kuma goge duk sauran abin da nake ajiyewa game da kai. Bayanin cewa ka yarda, da lokacin da ka daina, yana nan don shaida. Zan tambaye ka kafin in yi ɗayansu.
answer-delete-message = Riƙe yatsanka a kan saƙon har sai an yi masa alama, sannan ka taɓa kwandon shara ko "Delete". Hakan yana share shi daga wannan chat, ba ya ƙare komai.
answer-receipt = Rasit shaidarka ce: abin da ka bar { $business } ya karanta, don me kuma har yaushe. Ajiye shi. Don ganin ko na gaskiya ne kuma yana aiki, rubuta "receipt": zan nuna abin da yake cikin bayananmu.
answer-refusing = To kada ka rubuta ta. Ba tare da lambar sirrin ba, ba a haɗa komai ba kuma ba a karanta komai na layin ba. Don tsayawa a nan, rubuta "cancel".
answer-words-differ = To ka tsaya: watakila wannan link ba daga wakilinka yake ba. Idan an nemi ka yarda, taɓa "A'a, na gode"; idan an riga an haɗa layi, rubuta "unlink". Kada ka ba kowa lambar sirri, ka faɗa wa { $support }.
answer-languages = Yi haƙuri, ban iya wannan yaren ba tukuna. Ina yin { $languages }; rubuta wanda kake so.

## Short words back

reply-thanks = Ba komai.
reply-greeting = Sannu!
reply-ok = To.
reply-later = To. Rubuto mini a nan idan ka shirya.
reply-wait = Ba gaggawa.

## Asked back, because it must not be guessed

ask-back-agree = Don yarda, taɓa maɓallin ko ka rubuta: na yarda
ask-back-allow = Don barin haka, taɓa maɓallin ko ka rubuta: eh shi ma
ask-back-leave-out = Don barinsa, taɓa maɓallin ko ka rubuta: a bar wannan
ask-back-decline = Don ƙi, taɓa maɓallin ko ka rubuta: ban yarda ba
ask-back-confirm = Don daina nunawa, taɓa maɓallin ko ka rubuta: eh yi haka
ask-back-cancel = Don tsayawa a nan, rubuta: soke
ask-back-opt-out = Don kada in ƙara rubuto maka, rubuta: unsubscribe
ask-back-networks = Faɗi sadarwar da layin yake a kanta yanzu: MTN ko Airtel. Inda yake a da ba a ƙidaya shi.
ask-back-hide = In ɓoye wa { $business } wannan, ko in nuna maka shi yanzu?
ask-back-two = Na ji abu biyu. Faɗi wanda za mu fara.
which-number = Na ga lambar waya fiye da ɗaya. Wacce ce ta layin?
is-this-the-line = Shin { $number } layinka ne, wanda za a haɗa? To danna shi. Idan ba haka ba, rubuta lambar layinka.
which-code = Na ga lamba fiye da ɗaya, ban yi amfani da kowacce ba: ba a rage gwaji ba. Rubuta lambar sirrin ita kaɗai.
code-doubtful = Ban yi amfani da wannan lambar ba: wataƙila wata lambar sirri ce dabam, ko tsohuwa. Ba a rage gwaji ba. Daga sabon SMS na wannan layi ne? To rubuta ta ita kaɗai. Lambar sirri ta bankinka ko ta wata manhaja ba ta kowa ba ce a nan.
code-told = Ban yi amfani da wannan lambar sirri ba tukuna. Kai da kanka ka karanta ta a SMS da ya zo { $number }? To, rubuta lambar sirri kaɗai. Wani ne ya faɗa maka? Kada ka yi amfani da ita.
code-beside = Ban yi amfani da wannan lambar sirri ba, saboda ka rubuta wani abu tare da ita. Ba a rage gwaji ba. Don ci gaba, rubuta ta ita kaɗai. Don tsayawa, rubuta "soke".
identity-not-needed = Ba a taɓa bukatar BVN ko NIN a nan. Kada ka tura wa kowa a chat.

# A bare "no", which is heard wherever it is said.
answer-words-no =
    .words = aa, aa aa

# Words by which this language is known at once, and that stand in no other.
heard-tongue =
    .words = sannu, ina kwana, barka, na gode, don allah, yaya kake, ina wuni
