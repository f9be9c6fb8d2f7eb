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
        [yes] {" "}Lati fi nnkan kan silẹ, ẹ tẹ "choose".
       *[no] {""}
    } Lati da a duro nigbakugba, ẹ tẹ "unlink".
consent-identity = orukọ yin, ọkunrin tabi obinrin, ati ọjọ ibi
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
scopes-left-out = A ti yọ ọ kuro: { $reads }.
scopes-agreed = A ti gba: { $business } le ri { $reads }, ko si nnkan miran nipa laini yin.
consent-agent = { $agent_given ->
    [no] { $business } lo fi link yii ranṣẹ. Ọrọ meji to wa pẹlu rẹ gbọdọ jẹ { $first } { $second }. Bi bẹẹ kọ, ẹ tẹ "Rara, o ṣeun".
   *[yes] { $agent } ti { $business } lo fi link yii ranṣẹ. Ọrọ meji ti { $agent } ri gbọdọ jẹ { $first } { $second }. Bi bẹẹ kọ, ẹ tẹ "Rara, o ṣeun".
}
consent-changed = Ọrọ naa ti yipada lati igba ti a bi yin. Ohun ti o sọ nisinsinyi niyi.
consent-again = Ṣe ẹ gba ki { $business } ri awọn alaye laini yin yii?
number-forgotten = O dara, n ko ni lo nọmba yẹn. Idahun yin lakọọkọ; lẹyin naa ẹ le fun mi ni omiran.
number-kept = Mo tọju { $number_given ->
    [no] awọn nọmba yin
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}lori { $network }
} de iwaju. Idahun yin lakọọkọ; ẹ gba nikan ti laini naa ba jẹ tiyin.
declined = O dara. A ko so laini { $lines ->
    [0] kankan
   *[other] miran
}. Ti ẹ ba yi ọkan pada, ẹ kọwe si mi nibi.
put-off = O dara, igba miran. A ko pin nnkan kan, linki yin si n ṣiṣẹ: ẹ kọ si mi nibi nigba ti ẹ ba ṣetan.
stale-link = A ko le lo link yẹn mọ. Ẹ le tẹsiwaju nibi, tabi ki ẹ beere tuntun lọwọ aṣoju yin.
still-here = A wa laarin rẹ. Nnkan kan ko sọnu.

## While an operator has paused linking

paused = { $words_given ->
    [no] { $business } ti da siso laini duro fun igba diẹ.
   *[yes] { $business } ti da siso laini duro fun igba diẹ: "{ $words }"
}
paused-code = A kii gba koodu nisinsinyi: a ko lo tiyin. Ẹ o gba tuntun nigba ti a ba tẹsiwaju.
paused-kept = Nnkan kan ko sọnu. Nigba ti a ba pada, titẹ kan yoo tẹsiwaju lati ibi ti ẹ duro. A o pa ohun ti ẹ sọ fun mi rẹ { $until }, tabi lẹsẹkẹsẹ ti ẹ ba tẹ "delete".
paused-later = N ko ni beere nnkan kan nipa laini yin titi di igba naa. Nigba ti a ba pada, titẹ kan yoo bẹrẹ.
paused-lines = Laini ti ẹ ti so n ṣiṣẹ bi ti tẹlẹ, ẹ si le fi /unlink da a duro nigbakugba.

## The line

ask-number = Kini nọmba foonu laini yin? Ẹ tẹ ẹ bii 0803 123 4567{ $share ->
    [yes] , tabi ki ẹ tẹ "Fi nọmba mi ranṣẹ" nisalẹ
   *[no] {""}
}. Tiyin nikan: a o fi koodu ranṣẹ si i.
ask-number-own = Kini nọmba foonu laini yin? Ẹ yan { $number }, tabi ki ẹ tẹ omiran tiyin.
number-not-a-number = N ko ri nọmba foonu ninu rẹ. Eyi to tọ dabi 0803 123 4567.
own-number-unseen = N ko ri nọmba foonu yii. { $share ->
    [yes] Ẹ tẹ "Fi nọmba mi ranṣẹ" nisalẹ, tabi ki ẹ tẹ nọmba naa.
   *[no] Ẹ jọwọ, ẹ tẹ ẹ.
}
number-too-short = Nọmba yẹn kuru ju. Nọmba foonu Naijiria ni nọmba 11, bii 0803 123 4567.
number-too-long = Iyẹn kii ṣe nọmba foonu Naijiria: o ni nọmba 11, o si bẹrẹ pẹlu 0, bii 0803 123 4567.
number-foreign = Iyẹn kii ṣe nọmba Naijiria. Laini MTN tabi Airtel ti Naijiria nikan ni mo n so, bii 0803 123 4567.
number-not-mobile = Iyẹn kii ṣe nọmba alagbeka. Mo nilo nọmba SIM MTN tabi Airtel, bii 0803 123 4567.
number-first = Nọmba lakọọkọ; nẹtiwọọki lo kan.
contact-not-own = Fun aabo yin, kaadi nọmba tiyin nikan ni mo n gba. Ti laini naa ba jẹ tiyin, ẹ tẹ nọmba rẹ.
contact-out-of-place = N ko nilo kaadi nọmba nisinsinyi.
link-for-other-number = Link yii wa fun { $number } nikan. Ẹ tẹsiwaju pẹlu laini yẹn, tabi ki ẹ beere link omiran lọwọ aṣoju yin.
link-number-not-typed = A ti tẹ awọn nọmba miiran pupọ sibi, nitori naa mi o gba nọmba ti a tẹ fun link yii mọ. Ti { $number } ba jẹ laini yin, ẹ tẹsiwaju pẹlu nẹtiwọọki rẹ, ẹ fi nọmba yin ranṣẹ tabi ki ẹ kọwe si mi lati ori rẹ. Fun laini miiran, ẹ beere link lọwọ aṣoju yin.
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
network-unclear = MTN tabi Airtel? Ẹ tẹ ẹ. Ṣe nọmba naa ko tọ? Ẹ tẹ "Yi nọmba pada".
not-on-either = MTN ati Airtel ko mọ { $number }. Ẹ wo awọn nọmba ki ẹ tun un tẹ, tabi ti laini miran.
not-on-network = { $network } ko mọ { $number }. Boya laini naa wa lori nẹtiwọọki keji, tabi aṣiṣe wa ninu nọmba.

## Sending the code

still-sending = Mo n bẹ { $network } lati fi koodu yin ranṣẹ si { $number }. O le gba iṣẹju aaya 15. Ṣe kii ṣe laini naa? Ẹ tẹ "cancel".
ask-otp =
    { $network } ti fi { $shortest ->
        [0] koodu
       *[other] { $same ->
            [yes] koodu oninọmba { $shortest }
           *[no] koodu oninọmba { $shortest } si { $longest }
        }
    } ranṣẹ nipa SMS si { $number }. Ẹ tẹ eyi to de gbẹyin nibi nikan. O jẹ ki { $business } ka laini yii, ko ju bẹẹ lọ: ko le gbe owo. Ẹ ma fun ẹnikẹni, titi kan aṣoju wa.
line-elsewhere = A ti so laini yii ninu chat miran pẹlu. Ti ẹ ba tẹsiwaju, mejeeji le ri i. Ekeji yoo gbọ lẹsẹkẹsẹ, eyikeyi le pari rẹ fun mejeeji. Ti ẹ ko ba mọ nipa rẹ, ẹ tẹ "cancel", lẹyin naa "person".
line-shared-elsewhere = A ti so o ninu chat miran pẹlu: mejeeji le ri i, eyikeyi le pari rẹ fun mejeeji. Ekeji ti gbọ. Ti ẹ ko ba mọ nipa rẹ, ẹ tẹ "unlink", lẹyin naa "person".
otp-hint = Nẹtiwọọki sọ pe: "{ $hint }"
ask-new-code = A ko le lo koodu { $network } to gbẹyin mọ. Ẹ tẹ "Fi koodu tuntun".
then-network-again = Lẹyin naa ẹ tun tẹ { $network }.
new-code-wait = Ẹ le beere koodu tuntun lẹyin { $wait }.{ $sent ->
    [yes] {" "}Ti SMS ko ba de, ẹ wo boya nọmba tọ ati pe foonu ni nẹtiwọọki.
   *[no] {""}
}
code-sent = { $network } fi SMS naa ranṣẹ ni { $ago } sẹyin.
code-sent-next = Ẹ wo boya nọmba tọ ati pe foonu ni nẹtiwọọki. Fun koodu miran, ẹ tẹ "Fi koodu tuntun": iyẹn nikan ni yoo ṣiṣẹ.
codes-used-up = Ẹ ti gba gbogbo koodu fun bayii. Ẹ le beere omiran { $again }, lẹyin { $wait }.
sending-unavailable = N ko ri { $network } nisinsinyi, nitori naa a ko fi koodu ranṣẹ. Ẹ tun gbiyanju lẹyin iṣẹju kan.
sending-busy = Ọwọ { $network } di pupọ, ko si fi koodu ranṣẹ. Ẹ tun gbiyanju lẹyin { $wait }.
sending-not-possible = { $network } ko le fi koodu ranṣẹ fun laini yii, nitori naa a ko le so o nisinsinyi. Ẹ ko ṣe aṣiṣe. Ti SMS ba de, koodu rẹ ko ni ṣiṣẹ. Ẹ tun gbiyanju to ba ya, tabi ki ẹ tẹ "person".
sending-unknown = { $network } ko dahun lasiko, nitori naa n ko mọ boya koodu n bọ. Ti SMS ba de, koodu rẹ ko ni ṣiṣẹ. Lẹyin { $wait } ẹ le tun yan nẹtiwọọki yin fun tuntun.
our-fault = Nnkan kan ko tọ lọdọ wa, ẹyin ko si le tun un ṣe. Alaye yin wa laabo. Ẹ ko nilo lati dahun: ẹ tun gbiyanju to ba ya, tabi ki ẹ ba { $support } sọrọ.
limit-otp-requests-per-number-day = Nọmba yii ti gba gbogbo koodu ti oni. Ẹ le beere omiran { $again }, lẹyin { $wait }.
limit-otp-requests-per-number-day-unproven = A tọju iyoku koodu nọmba yii ti oni fun ẹni to ni i. Ti o ba jẹ tiyin, ẹ fi bọtini fi ranṣẹ, tabi ki ẹ kọwe si mi lati ori rẹ. Bi bẹẹ kọ, ẹ tun gbiyanju { $again }, lẹyin { $wait }.
limit-otp-request-pause-per-number = Koodu kan ṣẹṣẹ lọ si nọmba yii, nitori naa a ko fi omiran ranṣẹ. Ẹ le beere eyi to kan lẹyin { $wait }.
limit-otp-requests-per-contact-day = Ẹ ti gba gbogbo koodu yin ti oni. Ẹ le beere omiran { $again }, lẹyin { $wait }.
limit-otp-requests-per-hour = Ọpọ eniyan n so laini nisinsinyi, nitori naa a ko fi koodu ranṣẹ. Ẹ tun gbiyanju { $again }, lẹyin { $wait }.
limit-otp-requests-per-prefix-hour = Ọpọ koodu lọ si iru nọmba yii, nitori naa a ko fi ranṣẹ. Ẹ tun gbiyanju { $again }, lẹyin { $wait }.
limit-otp-requests-kept-for-owners = Ọpọ eniyan n beere koodu nisinsinyi, nitori naa a tọju iyoku fun awọn to ni nọmba. Ti eyi ba jẹ tiyin, ẹ fi bọtini fi ranṣẹ, tabi ki ẹ kọwe si mi lati ori rẹ. Bi bẹẹ kọ, ẹ tun gbiyanju { $again }, lẹyin { $wait }.

## Checking the code

still-checking = Mo n wo koodu yin. O le gba iṣẹju aaya 15.
still-linking = Koodu yin tọ, mo si n so laini yin. { $again ->
    [yes] O n pẹ ju ti tẹlẹ lọ: mo n gbiyanju fun iṣẹju diẹ, maa si sọ fun yin nibi.
   *[no] O le gba iṣẹju aaya 15.
}
code-wrong-length = Koodu kọ niyẹn: koodu ni nọmba { $same ->
    [yes] { $shortest }
   *[no] { $shortest ->
        [0] { $longest } tabi kere si i
       *[other] { $shortest } si { $longest }
    }
}, gbogbo rẹ ninu ifiranṣẹ kan. A ko din igbiyanju yin ku.
pin-not-needed = A ko nilo PIN nibi, n ko si lo o. Ẹ ma sọ fun ẹnikẹni.
code-not-understood = Iyẹn ko ye mi. Mo n reti koodu to n lọ si { $number }: ẹ tẹ ẹ nibi. Ẹnikan n beere rẹ? Ẹ ma fun ẹnikẹni.
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
    [1] igbiyanju 1
   *[other] igbiyanju { $tries }
}. Ẹ wo SMS to de gbẹyin lati { $network }.
wrong-code-unsure = Nẹtiwọọki ko gba koodu yẹn. To ba jẹ eyi ti tẹlẹ, ayẹwo ti ko ni idahun yẹn le ti lo o tan: ẹ beere koodu tuntun.{ $tries ->
    [0] {""}
    [1] {" "}Tabi ki ẹ wo SMS to de gbẹyin: o ku igbiyanju 1.
   *[other] {" "}Tabi ki ẹ wo SMS to de gbẹyin: o ku igbiyanju { $tries }.
}
same-code = Ẹ ti fi koodu yẹn ranṣẹ tẹlẹ, ko si tọ. A ko tun gbiyanju rẹ, nitori naa a ko din igbiyanju ku. Ẹ wo SMS to de gbẹyin lati { $network }.
wrong-code-last = Koodu yẹn naa ko tọ, igbiyanju to gbẹyin si niyẹn.
code-expired = Koodu yẹn ti pẹ ju: iṣẹju mẹwaa ni koodu fi n ṣiṣẹ.
check-unavailable = N ko ri nẹtiwọọki, nitori naa a ko wo koodu yin, a ko si din igbiyanju ku. Ẹ tun un tẹ lẹyin iṣẹju kan.
check-unknown = Nẹtiwọọki ko dahun, nitori naa n ko mọ boya koodu tọ.{ $tries ->
    [0] {""}
   *[other] {" "}O le ti pari: ẹ tun un tẹ lẹẹkan, tabi ki ẹ beere tuntun.
}
limit-otp-checks-per-number-day = A ti gbiyanju koodu pupọ fun nọmba yii loni. Ẹ tun gbiyanju { $again }, lẹyin { $wait }.
link-again = Koodu yin tọ, ṣugbọn igbesẹ to gbẹyin kuna, koodu si ti pari. Ẹ ma binu. Ẹ yan nẹtiwọọki yin fun tuntun.

## Linked

linked = A ti so laini { $network } yin { $number }.
summary = { $details }
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
} Ṣe kii ṣe orukọ yin? Ẹ tẹ "not my name".
identity = { $network } { $number }
    { $details }
not-my-name = Orukọ to wa ninu akọsilẹ nẹtiwọọki niyẹn. Boya laini naa wa lorukọ ẹlomiran, tabi akọsilẹ naa ko tọ: nẹtiwọọki nikan lo le tun un ṣe. { $agent_given ->
    [no] Lati ba eniyan sọrọ ni { $business }: { $support }.
   *[yes] Mo ti sọ fun { $agent } ti { $business }. Wọn ko sọ nnkan { $until }? Ẹ beere lọwọ { $support }.
} Emi yoo dakẹ titi di igba naa; ẹ tẹ "Tẹsiwaju" lati tẹsiwaju pẹlu mi. Ti ẹ ko ba fẹ fi laini yii han, ẹ tẹ "unlink": mo n gbọ iyẹn nigbagbogbo.
already-here = A ti so laini { $network } yin { $number } ninu chat yii tẹlẹ, nitori naa a ko nilo koodu. Ohun ti ẹ gba bayii bẹrẹ loni. Ẹ tẹ "receipt" fun iwe ẹri.
line-too-young = Ẹni to ni { $number } ko tii pe ọdun { $age }, nitori naa n ko fi laini yii han. { $business } ko gbọdọ ka a, mo si ti pa ohun ti mo ni rẹ. Ẹ ko ṣe aṣiṣe. Ti ọjọ ibi ko ba tọ, ẹ sọ fun nẹtiwọọki yin lati tun un ṣe.
summary-no-identity = { $network } ko fun wa ni orukọ fun laini yii.
summary-no-balances = { $network } ko fun wa ni iyoku owo fun laini yii.
summary-nothing = Nẹtiwọọki ko tii fun wa ni alaye laini yii. Ẹ tẹ "balance" to ba ya lati ri i.
summary-processing = A ti so laini { $network } yin { $number }. { $network } n pese alaye yin. Emi yoo fi ranṣẹ sibi funra mi, laarin iṣẹju diẹ. Ẹ ko nilo lati duro.
summary-later = A ti so laini { $network } yin { $number }. Alaye naa pẹ ju bo ti n ṣe lọ; emi yoo fi ranṣẹ sibi to ba de.
summary-given-up = { $network } ko fun wa ni alaye { $number } lati ana. Laini naa ṣi wa ni siso; ẹ tẹ "balance" lati tun gbiyanju.
reading-next = Mo ṣi n ka laini yin. Lẹyin rẹ ni ohun ti ẹ ṣẹṣẹ beere.
reading-pending = Nẹtiwọọki ṣi n pese rẹ, nitori naa ko si nnkan lati fi han. Ko tumọ si pe ko si. Ẹ tun beere lẹyin iṣẹju diẹ.
reading-missing = Nẹtiwọọki ko mọ laini yii nisinsinyi, nitori naa n ko le ka a. O ṣi wa ni siso. Emi yoo tun beere funra mi, n o si sọ fun yin ti o ba ti pari patapata.
still-reading = Mo n ka laini yin. Ohun ti mo ba ri yoo wa sibi funra rẹ.
receipt = Iwe ẹri { $reference }: ni { $at_date } ni { $at_time } ẹ jẹ ki { $business } ka { $reads }, fun { $purpose }, titi di { $end_date }, { $end_time }. O n pari ṣaaju ti n ko ba ka nnkan kan fun ọjọ { $unused }.
receipt-first-release = Iwe ẹri { $reference }: ni { $at_date } ni { $at_time } ẹ gba ọrọ { $version }. A ko kọ ẹni to beere, idi rẹ, ati igba ti yoo pari silẹ nigba naa.
receipt-ends = Kika n pari funra rẹ ni { $end_date }, { $end_time }, tabi ṣaaju ti n ko ba ka nnkan kan fun igba pipẹ.
receipt-narrowed = Lati { $at_date } ni { $at_time } o ti dinku: { $reads } nikan.
receipt-page = Ẹni to ba n ṣiyemeji le wo ibi boya o ṣi n ṣiṣẹ: { $page }
receipt-no-line = Ko si laini ti a so mọ ọn, nitori naa a ko ka nnkan kan.
receipt-ended = Iwe ẹri { $reference }: ẹ gba ni { $at_date } ni { $at_time }{ $business_given ->
    [no] {""}
   *[yes] {" "}pẹlu { $business }
}, o pari ni { $ended_date } ni { $ended_time }: { $why }.
receipts-none = Ẹ ko tii gba nnkan kan ninu chat yii.
receipts-unreadable = { $n ->
    [1] Akọsilẹ kan sii nipa chat yii
   *[other] Akọsilẹ { $n } sii nipa chat yii
} wa, ti n ko le ka nisinsinyi. Ẹ jọwọ, ẹ beere lọwọ { $support }.
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
scope-identity = orukọ yin, ọkunrin tabi obinrin, ati ọjọ ibi
scope-balances = iyoku owo yin
scope-transactions = iwọle ati ijade owo yin
ended-customer = ẹyin lẹ da a duro
ended-time = akoko rẹ pe
ended-unused = a ko lo o
ended-renewed = adehun tuntun ti gba ipo rẹ
ended-other-chat = a pari rẹ ninu chat miran
ended-network = nẹtiwọọki lo pari rẹ, ẹ ko ṣe aṣiṣe
ended-age = ọjọ ori ẹni to ni laini ko tii to
ended-operator = eniyan kan nileeṣẹ naa pari rẹ fun yin
receipt-head = Ami rẹ ninu akọsilẹ wa: { $head }. Ẹ tọju rẹ: oun ni ẹni ti o ba yẹ ẹ wo fi n mọ boya a yi i pada lẹyin naa.
receipt-next = { $business } ti mọ nisinsinyi: nipa { $purpose }, awọn ni ki ẹ beere lọwọ wọn. Ohun ti ẹ le ṣe nibi: { $balances ->
    [yes] {"balance, "}
   *[no] {""}
}{ $transactions ->
    [yes] {"transactions, "}
   *[no] {""}
}unlink, delete. Ẹ kan tẹ ọrọ naa.
already-linked = A ti so laini yin tẹlẹ. Lati dẹkun fifi han, ẹ tẹ "unlink".
born = ọjọ ibi { $date }
born-masked = ọjọ ibi { $decade }•
female = obinrin
male = ọkunrin

## Afterwards

menu = { $lines ->
    [1] A ti so laini yin.
   *[other] Ẹ ni laini { $lines } ti a ti so.
} Kini ẹ fẹ ri? Lati ri gbogbo ohun to wa, ẹ tẹ "help".
balances = { $network } { $number }
    { $details }
which-transactions = { $network } { $number }{ $when_given ->
    [yes] , { $when }
   *[no] {""}
}{ $way ->
    [in] , owo to wọle
    [out] , owo to jade
   *[both] {""}
}
from-to = { $first } si { $last }
transactions =
    { which-transactions }{ $place ->
        [1] {""}
       *[other] {" "}· oju iwe { $place }
    }
    { $details }
transactions-none = Ko si owo to wọle tabi jade: { which-transactions }.
transactions-no-more = Gbogbo rẹ niyẹn.
transactions-unfinished = Mi o tii wo gbogbo wọn tan: nẹtiwọọki n lọra. Ẹ tẹ "more" ki n wo sẹyin si i.
transactions-more-of-what = Sii ti kini?
transactions-unread = { $n ->
    [1] Ọkan sii wa ni ọna ti n ko le ka, mo si fi silẹ.
   *[other] { $n } sii wa ni ọna ti n ko le ka, mo si fi wọn silẹ.
}
transactions-as-of = Nẹtiwọọki ko dahun nisinsinyi: a ka eyi { $today ->
    [yes] loni
   *[no] ni { $at_date }
} ni { $at_time }.
transactions-not-yet = Akoko yẹn ko tii de. Ẹ tẹ oṣu to ti kọja, bii "transactions october".
transactions-no-such-day = Ko si ọjọ yẹn ninu kalẹnda. Ẹ tẹ bii "transactions october" tabi "transactions 2026-10".
transactions-which-time = Akoko wo lẹ n sọ? Ẹ tẹ bii "transactions october" tabi "transactions 2026-10".
statement = Akọsilẹ owo yin, { which-transactions }: { $n ->
    [1] ẹẹkan
   *[other] igba { $n }
}, { $received } wọle, { $spent } jade.
statement-columns = Ọjọ, Akoko, Iwọle, Ijade, Owo, Kini, Iyoku lẹyin rẹ
statement-stopped = Nẹtiwọọki ko dahun mọ, nitori naa o bẹrẹ lati { $at_date } nikan. Fun eyi to ṣaaju, ẹ beere akoko to ti pẹ.
statement-other = Fun akoko miran, ẹ tẹ bii "statement october" tabi "statement 2026-08 to 2026-10".
file-link = Lati gba faili naa, ẹ ṣi eyi laarin iṣẹju mẹwaa. Ẹẹkan lo n ṣiṣẹ: { $link }
transaction = { $date } · { $sign }{ $amount } { $way ->
    [in] wọle
   *[out] jade
}{ $narration_given ->
    [no] {""}
   *[yes] {" "}· { $narration }
}
balance-owed = ẹ jẹ gbese { $amount }
group-airtime = Owo ipe
group-bonus = Ẹbun
group-data = Data
group-calls = Ipe ati SMS
group-roaming = Ilẹ okeere
group-other = Omiran
balances-anew = Nẹtiwọọki yoo fun wa ni iye tuntun lẹyin { $left }.
balances-more = ati { $n } sii
ask-more = Ṣe ẹ fẹ sii? Ẹ tun le tẹ orukọ oṣu, "in" tabi "out".
ask-other = Fun omiran, ẹ tẹ oṣu, "in" tabi "out".
usage = { $network } { $number }, { $from } si { $until }
    Owo to jade { $spent }: owo ipe (ipe, SMS) { $airtime } · data { $data } · omiran { $other } · gbese ti ẹ san { $repaid }
    Owo to wọle { $received }
    { $loans ->
        [yes] Ẹ ya { $borrowed }, ẹ san { $repaid } pada; gbese to pọ ju lẹẹkan { $debt }
       *[no] Ẹ ko ya owo kankan
    }
    { $biggest }
    { $months }
usage-month = { $month }: jade { $spent }, wọle { $came }
usage-biggest = Data to tobi ju: { $narration }, { $amount }, { $date }
usage-no-bundle = Ẹ ko ra data kankan
usage-none = { $network } { $number }: owo ipe kankan ko wọle tabi jade lati { $from } si { $until }.
usage-begins = { $network } ko fi nnkan kan han ṣaaju { $since }: laini tuntun, tabi eyi to wa lati nẹtiwọọki miran, ko ni ti iṣaaju.
usage-ported = Nọmba yii bẹrẹ lori nẹtiwọọki miran. { $network } n fi ohun to ṣẹlẹ lati igba to ti de nikan han, lati { $since }.
usage-stopped = Lati { $since } nikan ni mo le ka: { $why ->
    [slow] nẹtiwọọki lọra ju pẹlu iyoku
    [refused] nẹtiwọọki ko fun wa ni iyoku
   *[long] o ju ohun ti mo le ka lẹẹkan lọ
}. Ti iṣaaju ko si ninu iye yii.
usage-uncounted = { $uncounted ->
    [1] Ọkan ko ni ọjọ tabi iye naira ti mo le ka, a ko si ka a kun.
   *[other] { $uncounted } ko ni ọjọ tabi iye naira ti mo le ka, a ko si ka wọn kun.
}
not-agreed = Ẹ ko gba ki { $business } ri { $reads } ti { $network } { $number }, nitori naa n ko ka wọn. Lati gba iyẹn pẹlu, ẹ tẹ "so laini miran" ki ẹ tun fun mi ni nọmba yii; a ko nilo koodu.
ask-narrow = { $business } le ri eyi ti { $network } { $number }: { $reads }. Kini ki a fi pamọ lati isinsinyi lọ? Ti ẹ ko ba fẹ yi nnkan kan pada, ẹ tẹ "back".
ask-hide = Ki n fi { $gone } ti { $network } { $number } pamọ fun { $business } lati isinsinyi lọ?
hidden = O ti pari. Lati isinsinyi lọ, { $business } ko gbọdọ ri { $gone } ti { $number }, ninu chat yii tabi omiran, n ko si ni ka wọn mọ. Wọn ṣi le ri { $reads }.
hidden-again = Lati da gbogbo rẹ duro, ẹ tẹ "unlink". Lati tun gba a, ẹ tẹ "so laini miran" ki ẹ gba lọtun.
hidden-elsewhere = A fi pamọ ninu chat miran to ni laini yii, lori { $channel }.
hidden-whole = A fi ohun ti { $business } le ri nipa { $number } pamọ ninu chat miran, lori { $channel }. Iyẹn ni gbogbo ohun ti ẹ gba nibi, nitori naa laini naa ko si ni siso mọ ninu chat yii.
picture-usage = { $network } · { $from } si { $until }
picture-airtime = Owo ipe (ipe, SMS)
picture-data = Data
picture-other = Omiran
picture-repaid = Gbese sisan
picture-received = Owo to wọle
picture-borrowed = Owo yiya
mydata-line = { $network } { $number }
    Ẹni to le ri i: { $seen_by_given ->
        [no] { $business }
       *[yes] { $seen_by }, fun { $seen_for }
    }
    Ohun ti wọn ri: { $reads }
    Lati: { $since_date }, { $since_time }
    Titi di: { $ends ->
        [no] igba ti ẹ ba da a duro
       *[yes] { $end_date }, { $end_time }, tabi ṣaaju ti ẹ ba da a duro, tabi ti n ko ba ka nnkan kan fun ọjọ { $unused }
    }
    Nipasẹ: { $link_given ->
        [no] ẹyin nikan, laisi link
       *[yes] { $agent_given ->
            [no] link { $link }
           *[yes] { $agent }, link { $link }
        }
    }
    Iwe ẹri: { $receipt }
mydata-read = { $times ->
    [0] N ko tii ka a.
    [1] Mo ti ka a lẹẹkan, ni { $last_date } ni { $last_time }.
   *[other] Mo ti ka a ni igba { $times }, eyi to gbẹyin ni { $last_date } ni { $last_time }.
} Ohun ti { $business } n ka funra wọn, ti ko gba ọdọ mi, n ko ri i.
mydata-file = Eyi ni gbogbo ohun ti mo tọju nipa yin nibi, fun ẹyin ati kọmputa (JSON). O fi nọmba yin han: ẹni ti ẹ fọkan tan nikan ni ki ẹ fun.
mydata-nobody = Ko si laini ti a so nibi, nitori naa ko si ẹni to le ri nnkan kan nipa laini lati ọdọ mi.
mydata-read-before = Ohun ti { $business } ka nigba ti a so laini, o le ṣi ni i: ẹ beere lọwọ { $support } nipa rẹ.
mydata-chat = Nọmba chat yii, { $chat }, n wa pẹlu gbogbo ọrọ: mo n tọju rẹ lati da yin lohun nikan, ati fun ẹri adehun yin.
mydata-kept = { $chat_given ->
    [no] {""}
   *[yes] { mydata-chat }{" "}
}{ $number_given ->
    [no] N ko tọju nọmba yin miran yatọ si iyẹn{ $begun ->
        [yes] , ayafi pe ẹ gba ati pe ẹ le tẹsiwaju
       *[no] {""}
    }.
   *[yes] Mo tun tọju nọmba yin { $number }{ $begun ->
        [yes] , ki ẹ le fi titẹ kan tẹsiwaju
       *[no] {""}
    }.
} Ninu akọsilẹ: { $agreements ->
    [0] ko si adehun chat yii.
    [1] adehun 1 ti chat yii, a n tọju rẹ titi lae fun ẹri; ẹ tẹ "receipt" lati ri i.
   *[other] adehun { $agreements } ti chat yii, a n tọju wọn titi lae fun ẹri; ẹ tẹ "receipt" lati ri wọn.
} A n fi orukọ, iyoku owo, iwọle ati ijade han, a ko tọju wọn; a kii fi BVN ati NIN han tabi tọju wọn.
account-line = { $network } { $number }, a so o ni { $at_date }: { $business } le ri { $reads }{ $ends ->
    [no] {""}
   *[yes] . O n pari funra rẹ; ko ni kọja { $end_date }
}. { $times ->
    [0] N ko tii ka a.
    [1] Mo ti ka a lẹẹkan.
   *[other] Mo ti ka a ni igba { $times }.
}
seen-else = { seen-kinds } Lati fi nnkan pamọ, ẹ tẹ "choose"; lati da gbogbo rẹ duro, "unlink".
seen-kinds = { $transactions ->
    [yes] Iwọle ati ijade n fi igba ti airtime ati data wọle, ti ẹ lo tabi ya wọn han. Kii ṣe
   *[no] Kii ṣe
} ipe, ọrọ tabi akaunti banki.
ask-which-line = Laini wo?{ $more ->
    [yes] {" "}Ti ko ba si nisalẹ, ẹ tẹ nọmba rẹ.
   *[no] {""}
}
limit-reads-per-contact-hour = Ẹ ti wo o pupọ ni wakati yii, owo si ni wiwo kọọkan. Ẹ tun le wo o { $again }, lẹyin { $wait }.
reading-failed = Nẹtiwọọki ko dahun. Laini yin ṣi wa ni siso. Ẹ tun gbiyanju lẹyin iṣẹju kan.
nothing-linked = Ko si laini ti a so nibi nisinsinyi.
no-line-on = Ko si laini { $network } ti a so nibi, { $named } nikan.
one-line-first = Ọkan tẹle ọkan: ẹ kọkọ yan ọkan.
nothing-to-unlink = Ko si laini ti a so nibi. Lati pa ohun ti mo tọju rẹ, ẹ tẹ "delete"; ki n ma kọwe mọ, "unsubscribe".
finish-first = Ẹ jẹ ka pari eyi na, tabi ki ẹ tẹ "cancel".
line-lost = Laini yin { $number } ko si ni siso mọ: nẹtiwọọki lo pari rẹ, ẹ ko ṣe aṣiṣe. { $business } ko le ka a mọ. Lati tun fi han, ẹ tẹ "link".
line-shared = A ṣẹṣẹ so laini yin { $number } ninu chat miran pẹlu, lori { $channel }, pẹlu koodu to de si i nipa SMS. Iwe ẹri yin nibi ko yipada. Ṣe kii ṣe ẹyin? Ẹ tẹ "unlink": o n pari rẹ ninu gbogbo chat.
line-ended = Laini yin { $number } ko si ni siso mọ: a pari rẹ { $channel_given ->
    [yes] ninu chat miran, lori { $channel }
   *[no] ninu gbogbo chat
}. { $business } ko gbọdọ ka a mọ, mo si ti pa ohun ti mo tọju rẹ nibi rẹ.
ask-unlink = Ṣe ki a dẹkun fifi { $network } { $number } han { $business }? Lẹyin naa wọn ko gbọdọ ka a mọ, ninu chat yii ati nibikibi ti a ti so o, emi yoo si pa ohun ti mo tọju rẹ.
ask-after-stop = { $lines ->
    [0] Ko si laini ti a so nibi. Lati pa gbogbo rẹ rẹ, ẹ tẹ DELETE.
   *[other] Ṣe ki a dẹkun fifi han { $business }? Ẹ tẹ UNLINK: yoo pari fun gbogbo laini ibi. Lati pa gbogbo rẹ rẹ pẹlu, ẹ tẹ DELETE.
}
ask-delete = Ṣe ki a pa gbogbo rẹ rẹ? { $lines ->
    [0] Ko si laini ti a so nibi. Emi yoo gbagbe nọmba yin ati ohun ti ẹ bẹrẹ.
   *[other] { $business } ko ni gbọdọ ka { $lines ->
        [1] laini yin
       *[other] awọn laini yin
    } mọ, ninu chat yii ati omiran, emi yoo si pa ohun ti mo tọju rẹ.
} Ti ẹ ba ti gba, a gbọdọ tọju akọsilẹ pe ẹ gba, ati igba ti ẹ da a duro, fun ẹri.
consent-ends =
    Adehun yin ti { $at_date } yoo pari ni { $end_date } ni { $end_time }{ $why ->
        [unused] {" "}nitori n ko ka nnkan kan fun igba pipẹ
       *[time] {""}
    }. Lẹyin naa { $business } ko gbọdọ ka laini { $network } yin { $number } mọ, emi yoo si tu u.

    Ti ẹ ba tẹ "Maa fi han lọ", ẹ tun gba niyẹn: { $business } le ri { $reads }, fun { $purpose } nikan, titi de oṣu { $months } lati igba naa; o n pari ṣaaju ti n ko ba ka nnkan kan fun ọjọ { $unused }. Lati da a duro nigbakugba, ẹ tẹ "unlink".
consent-over = A tu laini { $network } yin { $number } ni { $at_date } ni { $at_time }: { $why ->
    [unused] a ko ka nnkan kan fun ọjọ { $unused }
   *[time] akoko ti ẹ gba pe
} (iwe ẹri { $reference }). { $business } ko gbọdọ ka a mọ. A pa rẹ: account, pẹlu nọmba ati nẹtiwọọki laini naa. A tọju: akọsilẹ pe ẹ gba ati igba to pari, bi ofin ṣe beere ẹri.
sharing-reminder = Iranti: { $business } le ka laini { $network } yin { $number }, fun { $purpose }. Eyi n pari funra rẹ ni { $end_date }. Lati da a duro bayii, ẹ tẹ "unlink".
unlinked = O ti pari. A ti tu { $number }, { $business } ko si gbọdọ ka a mọ, ninu chat yii tabi omiran. A pa rẹ: account, pẹlu nọmba ati nẹtiwọọki laini naa. A tọju: akọsilẹ pe ẹ gba ati pe ẹ ti da a duro, bi ofin ṣe beere ẹri.
deleted = O ti pari. A pa rẹ: { $lines ->
    [0] nọmba yin ati ohun ti ẹ bẹrẹ. A ko so laini kankan nibi
   *[other] gbogbo laini ti a so nibi, pẹlu nọmba ati nẹtiwọọki; { $business } ko gbọdọ ka wọn mọ, ninu chat yii tabi omiran
}. Ohun to wa ninu chat yii, ẹyin nikan lẹ le pa a.{ $chat_given ->
    [no] {""}
   *[yes] {" "}Nọmba yin { $chat } ṣi n wa pẹlu gbogbo ọrọ ti ẹ ba kọ sibi.
} A tọju, ti ẹ ba ti gba: akọsilẹ igba ti ẹ gba ati igba ti ẹ da a duro ninu chat yii, bi ofin ṣe beere ẹri.
unlinked-for-you = { $business } ti tu { $number } fun yin{ $why ->
        [lost] , nitori foonu rẹ sọnu tabi o wa lọwọ ẹlomiran
        [tricked] , nitori boya ẹnikan tan yin lati so o
        [again] {" "}lẹẹkan sii: ẹ ti pari rẹ tẹlẹ, ṣugbọn ẹda atijọ ti akọsilẹ wa ko mọ
       *[asked] , bi ẹ ṣe beere
    }. Wọn ko gbọdọ ka laini naa mọ. A pa rẹ: account, pẹlu nọmba ati nẹtiwọọki laini naa. A tọju: akọsilẹ pe ẹ gba ati pe o ti pari, bi ofin ṣe beere ẹri. Ti ẹ ko ba fẹ eyi: { $support }.
deleted-for-you = { $business } ti pa ohun ti a tọju nipa yin nibi rẹ{ $why ->
        [lost] , nitori foonu yin sọnu tabi o wa lọwọ ẹlomiran
        [tricked] , nitori boya ẹnikan tan yin
        [again] {" "}lẹẹkan sii: ẹ ti beere fun eyi tẹlẹ, ṣugbọn ẹda atijọ ti akọsilẹ wa ko mọ
       *[asked] , bi ẹ ṣe beere
    }. A pa rẹ: gbogbo laini ti a so ninu chat yii, pẹlu nọmba ati nẹtiwọọki; { $business } ko gbọdọ ka wọn nipasẹ chat yii mọ. A tọju, ti ẹ ba ti gba: akọsilẹ igba ti ẹ gba ninu chat yii ati igba to pari, bi ofin ṣe beere ẹri. Ti ẹ ko ba fẹ eyi: { $support }.
unanswered = Idahun yin ko de lasiko, nitori naa a ko yi nnkan kan pada.
ask-anew = Ki n tun bi yin?
kept = O dara, a ko yi nnkan kan pada.
privacy = { $business } n lo alaye laini yin fun { $purpose } nikan. Mo n ti ohun ti mo n tọju pa, n kii si tọju koodu: ẹ tẹ "mydata" lati ri i. Ẹ tẹ "unlink" lati da a duro, "delete" lati pa gbogbo rẹ rẹ.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}Sii: { $privacy }
}

## At every step

person = { $agent_given ->
    [no] Lati ba eniyan sọrọ ni { $business }: { $support }. Ti ẹnikan ko ba ran yin lọwọ { $until }, ẹ tun tẹ "person".
   *[yes] Mo ti sọ fun { $agent } ti { $business } pe ẹ fẹ eniyan. Wọn ko sọ nnkan { $until }? Ẹ beere lọwọ { $support }.
} Ko si ẹni to nilo koodu yin. Emi yoo dakẹ titi di igba naa; ẹ tẹ "Tẹsiwaju" lati tẹsiwaju pẹlu mi.
person-awaited = Mo fi iyẹn silẹ fun ẹni naa. Lati tẹsiwaju pẹlu mi, ẹ tẹ "Tẹsiwaju".
offer-person = Tabi ẹ ba eniyan sọrọ.
offer-tongue = { $name }? Ẹ tẹ ẹ, emi yoo si sọ ọ.
proof =
    Oluranlọwọ { $business } niyi{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }.

    SMS naa n wa lati MTN tabi Airtel lẹyin ti ẹ ba yan nẹtiwọọki yin nibi. Koodu rẹ jẹ ki a ka laini yin: ko le gbe owo. Ẹ tẹ ẹ nibi nikan. Ko si ẹnikan lati { $business } ti yoo beere rẹ lọwọ yin.

    Ko da yin loju? Ẹnikẹni le sọ bẹẹ: ẹ pe { $business } lori nọmba ti ẹ ti mọ. Fun ibeere: { $support }.
proof-code = Oluranlọwọ { $business } niyi. Koodu naa jẹ ki a ka laini yii: ko le gbe owo. Ko si ẹnikan lati { $business } ti yoo beere rẹ lọwọ yin. Ko da yin loju? Ẹ ma tẹ ẹ: ẹ pe { $business } lori nọmba ti ẹ ti mọ.
proof-site = { $site_given ->
    [no] {""}
   *[yes] Lori oju opo wọn, { $site }, { $business } sọ pe tiwọn ni chat yii.
}
proof-cancel = Ti kii ba ṣe ẹyin lo bẹrẹ eyi, ẹ tẹ "cancel".
proof-unlink = A ti so laini yin nibi. Lati dẹkun fifi han, ẹ tẹ "unlink": o pari lẹsẹkẹsẹ.
proof-agent = { $agent_given ->
    [no] Ẹ wọle nipasẹ link { $reference }. Ọrọ to wa pẹlu rẹ gbọdọ jẹ { $first } { $second }. Bi bẹẹ kọ, ẹ ma tẹsiwaju.
   *[yes] Aṣoju yin ni { $agent }, nọmba { $reference }. Ọrọ meji to wa loju foonu wọn gbọdọ jẹ { $first } { $second }. Bi bẹẹ kọ, ko wa lati ọdọ wọn: ẹ ma tẹsiwaju.
}
help-idle = Mo n ran yin lọwọ lati fi alaye laini MTN tabi Airtel han { $business }.
help-consent = Ẹ ka ohun ti { $business } fẹ ri. Ẹ gba lati tẹsiwaju, tabi ki ẹ kọ, ko si nnkan ti yoo ṣẹlẹ.
help-scopes = Ẹ sọ fun ọkọọkan boya { $business } le ri i. Ẹ le fi eyi ti ẹ fẹ silẹ.
help-number = Ẹ tẹ nọmba laini MTN tabi Airtel ti ẹ fẹ fi han. Ko da yin loju? Ẹ fi i pe ẹnikan: foonu rẹ yoo fi i han.
help-network = Ẹ yan nẹtiwọọki ti laini naa wa loni: eyi ti ẹ n ra owo ipe rẹ si i.
help-otp = Ẹ ṣi SMS lori foonu to ni { $number } ki ẹ tẹ koodu nibi. Ko si SMS? Ẹ duro iṣẹju kan, ẹ wo boya foonu ni nẹtiwọọki, ki ẹ beere tuntun.
help-other = Ibi ti a de niyi.
help-linked =
    Ẹ le tẹ eyi nigbakugba:
    { $rows }
    - so laini miran
help-row = - { $command }: { $does }
help-words = Ẹ le tẹ eyi nigbakugba: back, cancel, language, person, help.
ask-language = Ede wo? Which language?
language-changed = O dara, Yoruba ni.
cancelled = A ti fagile e. A ko so laini { $lines ->
    [0] kankan
   *[other] miran
}.
cancelled-code = A ti fagile e. A ko so laini { $lines ->
    [0] kankan
   *[other] miran
}, koodu to ba de lẹyin eyi ko ni ṣiṣẹ.
continue-later = Lati tẹsiwaju lẹyin naa, ẹ tẹ "continue" laarin { $left }.
opted-out = O dara: n ko ni kọwe si yin mọ. Lati gbọ lati ọdọ mi, ẹ tẹ START. Lati dẹkun fifi gbogbo laini han, ẹ tẹ UNLINK; lati pa gbogbo rẹ rẹ, DELETE. Iyẹn ṣi n ṣiṣẹ.
nothing-to-cancel = Ko si nnkan to n lọ lọwọ, nitori naa ko si nnkan lati da duro.
no-way-back = Ibẹrẹ niyi; ko si nnkan ṣaaju rẹ.
ask-resume = Ṣe ki a tẹsiwaju lati ibi ti a duro?
ask-resume-line = Ṣe ki a tẹsiwaju pẹlu { $number }? Ẹ le gba koodu tuntun nipa SMS.
ask-begin = Ẹ tẹ isalẹ nigbakugba ti ẹ ba fẹ bẹrẹ.
time-ran-out = Akoko ti pe, nitori naa mo ti i pa fun aabo yin. A ko so laini kankan.
time-ran-out-unknown = Akoko pe ki nẹtiwọọki to dahun. Koodu to ba ṣi de ko ni ṣiṣẹ.
warning = O ku { $left } lati pari eyi. Lẹyin rẹ emi yoo ti i pa fun aabo yin; ẹ le tẹsiwaju pẹlu titẹ kan.
too-many-messages = Ẹ fi ọrọ pupọ ranṣẹ lẹẹkan, nitori naa mo dakẹ diẹ. Ẹ ka ohun to de, ki ẹ kọwe lẹẹkan.
said-again = Mo ti ni iyẹn.
old-button = Idahun ibeere ti tẹlẹ niyẹn, nitori naa a ko ṣe nnkan kan. Ibi ti a de niyi; lati duro, ẹ tẹ "cancel".
not-understood = Iyẹn ko ye mi.
not-understood-consent = Iyẹn ko ye mi. Ṣe ẹ gba? Ẹ tẹ idahun kan, tabi "mo gba" tabi "n ko gba".
message-unreadable = N ko le ka ọrọ yin to gbẹyin. Ẹ tun un fi ranṣẹ ni kikọ.
oddity-photo = N ko le ka aworan. Ẹ dahun ni kikọ.
oddity-sticker = O dara! Ṣugbọn ẹ dahun ni kikọ.
oddity-voice = N ko le gbọ ohun. Ẹ tẹ idahun yin.
oddity-file = N ko le ṣi faili. Ẹ dahun ni kikọ.
oddity-location = N ko nilo ibi ti ẹ wa. Ẹ dahun ni kikọ.
oddity-edited = Mo ri pe ẹ yi ọrọ atijọ pada. Tuntun nikan ni mo n ka; ẹ tun un tẹ.
oddity-forwarded = Ohun ti ẹ kọ funra yin nikan ni mo n ka.
oddity-other = Kikọ nikan ni mo le ka. Ẹ dahun ni kikọ.

## What the messenger shows about the bot

about = Mo n ran yin lọwọ lati fi alaye laini MTN tabi Airtel yin han { $business }, ti ẹ ba gba. O gba iṣẹju meji, ẹ si le da a duro nigbakugba. N kii beere PIN tabi koodu banki.
about-short = Ẹ fi laini MTN tabi Airtel yin han { $business }, laisi ewu.
command-start = bẹrẹ, tabi wo ibi ti a de
command-balance = iyoku owo laini yin
command-transactions = ohun to wọle ati ohun to jade, loṣooṣu
command-statement = eyi kan naa ni faili
command-usage = oṣu mẹfa: owo to jade, owo yiya, owo to wọle
command-accounts = awọn laini yin ti a so
command-mydata = ta lo le ri kini nipa yin
command-choose = yan ohun ti wọn le ri
command-receipt = ohun ti ẹ gba, ati igba to pari
command-privacy = ohun ti a n ṣe pẹlu alaye yin
command-unlink = dẹkun fifi han
command-delete = pa gbogbo rẹ rẹ
command-language = yi ede pada
command-person = ba eniyan sọrọ
command-cancel = da ohun ti a n ṣe duro
command-help = ohun ti mo le ṣe

## Buttons, and the words that mean the same

button-agree = Mo gba
    .words = mo gba, bẹẹni mo gba
button-decline = Rara, o ṣeun
    .words = rara o ṣeun, n ko gba, rara n ko gba, mi o gba, mi o fẹ, rara mi o fẹ, n ko fẹ, emi ko fẹ, emi ko gba
button-proof = Ṣe ootọ ni eyi?
    .words = ṣe ootọ ni, ṣe ootọ ni eyi, ta ni yin, jibiti ni
button-choose = Yan eyi to wu yin
    .words = yan eyi to wu mi
button-allow = Bẹẹni, eyi naa
    .words = bẹẹni eyi naa
button-leave-out = Rara, yọ ọ kuro
    .words = rara yọ ọ kuro, yọ ọ kuro
button-hide-identity = Fi idanimọ pamọ
    .words = fi idanimọ pamọ, fi orukọ mi pamọ
button-hide-balances = Fi iyoku owo pamọ
    .words = fi iyoku owo pamọ, fi iyoku pamọ
button-hide-transactions = Fi iwọle-ijade pamọ
    .words = fi iwọle-ijade pamọ, fi iwọle ati ijade pamọ
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
    .words = fagile, da duro, da a duro, ẹ da a duro, dawọ duro, mi o fẹ, n ko fẹ
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
button-statement = Akọsilẹ owo
    .words = akọsilẹ owo
button-more = Sii
    .words = sii
button-usage = Ilo laini
    .words = ilo laini
button-accounts = Awọn laini yin
    .words = awọn laini mi
button-mydata-file = Gbogbo rẹ ni faili
    .words = gbogbo rẹ ni faili
button-mydata = Ta lo n ri kini
    .words = ta lo n ri kini
button-unlink = Tu laini
    .words = tu laini, dẹkun fifi han
button-privacy = Aṣiri
    .words = aṣiri
button-receipt = Iwe ẹri
    .words = iwe ẹri
button-delete = Pa gbogbo rẹ rẹ
    .words = pa gbogbo rẹ rẹ, pa gbogbo rẹ
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
button-copy = Da { $text } kọ
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
progress-done = Ẹ ṣeun fun suuru.
menu-hint = Lati yan, ẹ dahun 1, 2 … tabi ọrọ naa:
menu-hint-words = Lati yan, ẹ tẹ ọrọ naa:
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
page-scan = Ẹ fi kamẹra foonu yin ya eyi lati tẹsiwaju nibẹ.
page-qr = QR code ti oju iwe yii
page-steps = Ohun to kan
page-step-agree = Ẹ fi ọrọ akọkọ ranṣẹ bo ṣe wa, tabi ki ẹ tẹ Start. Lẹyin naa ẹ ka ohun ti { $business } yoo ri, ki ẹ gba tabi ki ẹ kọ.
page-step-code = Ẹ fun wa ni nọmba yin. MTN tabi Airtel yoo fi koodu ranṣẹ nipa SMS.
page-step-done = Ẹ tẹ koodu naa ninu chat kan naa. Ẹ le dẹkun nigbakugba.
page-sms = Bi SMS naa ṣe ri
page-sms-from = MTN tabi Airtel
page-sms-note = O n de lẹyin ti ẹ ba beere rẹ ninu chat nikan; ọrọ rẹ le yatọ. Koodu naa jẹ ki { $business } ka laini yii: ko le gbe owo.
page-safe = Ẹ ṣọra
page-safe-code = Ẹ tẹ koodu ninu chat nikan. Ko si ẹni to nilo lati gbọ ọ{ $agent_given ->
    [no] {""}
   *[yes] , titi kan { $agent }
}.
page-report = Ẹ ko reti eyi, tabi ẹnikan n beere koodu lọwọ yin? Ẹ duro, ki ẹ pe { $business } lori nọmba ti ẹ ti mọ.
page-report-to = Lati fi ẹjọ sun: { $support }.
page-site = { $site_given ->
    [no] {""}
   *[yes] Lori oju opo wọn, { $site }, { $business } sọ pe tiwọn ni bot yii.
}
page-privacy = Bi a ṣe n tọju alaye yin
page-quiet = Oju iwe yii ko lo cookies, ko si tẹle yin.
page-languages = Ede
page-file = Faili yin
page-file-next = Ẹ beere rẹ ninu chat. Ẹẹkan lẹ le gba a, laarin iṣẹju mẹwaa.
page-file-get = Ẹ gba faili naa
page-file-gone = Faili yii ko si nibi mọ
page-file-gone-next = A ti gba a tẹlẹ, tabi iṣẹju mẹwaa rẹ ti pe. Ẹ tun beere rẹ ninu chat.
page-gone = A ko le lo link yii
page-gone-next = A ti lo o tẹlẹ, o ti pari, tabi ko pe. Ẹ beere tuntun lọwọ ẹni to fi ranṣẹ.
page-receipt-valid = Iwe ẹri yii n ṣiṣẹ
page-receipt-valid-next = A gba a lọwọ { $business } ni { $at_date }, ko si tii pari. O n ṣiṣẹ titi di { $end_date }, ko ni kọja iyẹn.
page-receipt-narrowed = Apa kan iwe ẹri yii n ṣiṣẹ
page-receipt-narrowed-next = A gba a lọwọ { $business } ni { $at_date }, ko si tii pari. Lati { $narrowed_date } ohun ti a le ka ti dinku si ti iṣaaju: iwe ẹri ti a fọwọ si sọ eyi to ku.
page-receipt-ended = Iwe ẹri yii ti pari
page-receipt-ended-next = A gba a lọwọ { $business } ni { $at_date }. O pari ni { $ended_date } ni { $ended_time }: a ko gbọdọ fi ka nnkan kan mọ.
page-receipt-unknown = A ko mọ iwe ẹri yii nibi
page-receipt-unknown-next = Adirẹsi naa ko pe, tabi a ko fun ẹnikẹni ni iwe ẹri pẹlu rẹ ri. Ẹ ma gbẹkẹle e.
page-receipt-signed = Iwe ẹri ti a fọwọ si, fun ẹni to fẹ yẹ ẹ wo
page-busy = Ẹ jọwọ, ẹ duro diẹ
page-busy-next = A ti ṣi oju iwe pupọ ju lati nẹtiwọọki yin. Ẹ tun gbiyanju lẹyin { $wait }.

## Answers to what people ask, at any step

answer-free = Ọfẹ ni: { $business } ati emi ko gba owo, SMS to ni koodu ko si na yin ni nnkan.
answer-money = N ko le gbe owo tabi owo ipe, n ko si le de account banki. Ohun ti ẹ gba nikan ni { $business } le ka.
answer-calls = Rara. Ko si ẹni to ri tabi gbọ ipe, ọrọ, nọmba tabi chat yin: ohun ti ẹ gba nikan.
answer-why-number = Nọmba ni nẹtiwọọki fi mọ laini: ibẹ ni koodu n lọ, ki ẹlomiran ma le gba fun yin. { $business } n lo o fun { $purpose } nikan.
answer-who-sees = { $business } nikan, ohun ti ẹ gba nikan, fun { $purpose } nikan. O n gba ọwọ awọn ti n ka nẹtiwọọki fun wọn, a kii si ta a. Ẹ tẹ "unlink" nigbakugba lati da a duro.
answer-who-sees-none = Ko si ẹnikẹni nisinsinyi: ko si laini ti a so nibi. Ti ẹ ba gba lati so ọkan, { $business } nikan ni yoo ri ohun ti ẹ gba, fun { $purpose } nikan.
answer-own-choice = Ẹyin lẹ n yan. Ti ẹ ba kọ, a ko fi nnkan kan han; ohun ti iyẹn jẹ fun { $purpose }, { $support } le sọ fun yin. Ti ẹ ba gba, ẹ le da a duro nigbakugba: ẹ tẹ "unlink".
answer-own-choice-linked = Ẹyin lẹ n yan. Ẹ tẹ "unlink" nigbakugba, { $business } ko ni aṣẹ lati ka laini yin mọ. Ẹ le so o pada nigba ti ẹ ba fẹ.
answer-why-details = { $business } n wo o fun { $purpose } nikan. Ẹyin lẹ n yan: lati yọ nnkan kuro, ẹ tẹ "choose".
answer-why-birth = Oun ni { $business } fi n mọ ẹni to ni laini{ $adult ->
    [0] {""}
   *[other] , ati pe o ti pe ọdun { $adult }
}. Lati yọ ọ kuro, ẹ tẹ "choose".
answer-next-linked = A ti so laini yin, { $business } si mọ: ẹ ko nilo lati ṣe nnkan mọ nibi. Nipa { $purpose }, ẹ beere lọwọ wọn: { $support }.
answer-what-seen = Ti ẹ ba gba, { $business } yoo ri { reads } nikan. { seen-kinds } Lati yọ nnkan kuro, ẹ tẹ "choose".
answer-what-seen-none = Ko si nnkan kan nisinsinyi: ko si laini ti a so nibi. { $agreed ->
    [yes] Ti a ba so ọkan
   *[no] Ti ẹ ba gba lati so ọkan
}, { $business } yoo ri { reads } nikan. { seen-kinds }
answer-name = Orukọ ati ọjọ ibi jẹ eyi to wa ninu akọsilẹ nẹtiwọọki yin, bi a ṣe forukọ laini yii silẹ. N ko le yi wọn pada: nẹtiwọọki yin le ṣe e, ti ẹ ba beere pẹlu kaadi idanimọ yin.
answer-line-unchanged = Rara. Mi o le di laini yin, paarọ SIM yin tabi yi ohunkohun pada lori rẹ. { $business } le ka ohun ti ẹ gba nikan.
answer-robot = Eto kọmputa ti { $business } ni mi, n kii ṣe eniyan. Titẹ kan ṣoṣo ni ẹ nilo lati ba eniyan sọrọ.
answer-cannot-read = Kikọ nikan ni mo le ṣe. Fun iranlọwọ pẹlu ohun: { $support }. Wọn ko nilo koodu yin rara.
answer-before = Rara. A kii ka ohunkohun ki ẹ to gba ki ẹ si tẹ koodu ti nẹtiwọọki yin fi ranṣẹ.
answer-others-line-linked = Laini ti a so nibi kii ṣe tiyin? Ẹ tẹ "unlink": ẹni to ni i nikan lo le pin in. Lati so laini tiyin, ẹ tẹ "link another".
answer-pin = A ko nilo PIN, ọrọ aṣina tabi kaadi banki nibi rara. Ẹ ma sọ ọ fun ẹnikẹni, ẹ ma tẹ ẹ nibi. Ẹ ti fun wọn? Ẹ pe banki yin nisinsinyi.
answer-others-line = Laini tiyin nikan, ẹ jọwọ: ẹni to ni laini lo n gba fun un, ninu chat tirẹ. Ṣe tiyin ni sibẹ? Ẹ tẹ nọmba naa nikan.
answer-former-owner = Nọmba le ti jẹ ti ẹlomiran tẹlẹ, akọsilẹ nẹtiwọọki si le ṣi maa fi ẹni naa han: nẹtiwọọki nikan lo le tun un ṣe. Ti laini naa ba jẹ tiyin nisinsinyi, ẹ le pin in. Ti orukọ ti mo fi han ko ba jẹ tiyin, ẹ tẹ "not my name" nigba naa. Tabi ẹ ba eniyan sọrọ.
answer-others-line-link = Laini tiyin nikan, ẹ jọwọ: ẹni to ni laini lo n gba fun un ninu ibanisọrọ tirẹ. Asopọ yii wa fun { $number } nikan. Ti kii ba ṣe tiyin, ẹ tẹ "cancel", ki ẹ si beere asopọ fun tiyin lọwọ aṣoju yin.
answer-others-line-code = Laini tiyin nikan, ẹ jọwọ: ẹni to ni laini lo n gba fun un, ninu chat tirẹ. Ti eyi ko ba jẹ tiyin, ẹ ma tẹ koodu: ẹ tẹ "Yi nọmba pada", tabi ẹ tẹ "cancel". Ṣe tiyin ni sibẹ? Ẹ tẹ koodu naa.
answer-loan = Laini nikan ni mo mọ, kii ṣe owo yiya: { $business } lo n pinnu ohun ti ẹ le gba ati igba wo. Ẹ beere lọwọ wọn: { $support }.
answer-loan-ending = Laini nikan ni mo mọ, kii ṣe owo yiya. Lati fi opin si i, tabi fa ibeere pada, ẹ beere lọwọ { $business }: { $support }.
answer-how-long = Siso n gba bii iṣẹju meji. { $business } le ka laini naa titi de oṣu { $months }, tabi titi ẹ fi tẹ "unlink".
answer-next = Ti a ba so laini naa, mo sọ fun { $business } lẹsẹkẹsẹ, ẹ ko nilo lati ṣe nnkan mọ nibi. Nipa { $purpose }, ẹ beere lọwọ wọn: { $support }.
answer-code-asked = Ẹ ma fun ẹnikẹni ni koodu: kii ṣe lori foonu, kii ṣe aṣoju, kii ṣe { $business }. Ẹ tẹ ẹ nibi nikan, ti ẹyin ba lo bẹrẹ eyi. Ẹ ti fun wọn? Ẹ tẹ "cancel" nibi, ki ẹ sọ fun { $support }.
answer-code-asked-early = Ẹ ma fun ẹnikẹni ni koodu: kii ṣe lori foonu, kii ṣe aṣoju, kii ṣe { $business }. N ko reti koodu nisinsinyi: ẹ ma tẹ ẹ nibi. Ẹ ti fun wọn? { $begun ->
    [yes] Ẹ tẹ "cancel" nibi, ki ẹ sọ fun
   *[no] Ẹ sọ fun
} { $support }.
answer-code-asked-linked = Ẹ ma fun ẹnikẹni ni koodu: kii ṣe lori foonu, kii ṣe aṣoju, kii ṣe { $business }. Ẹ ti fun wọn? A ti so laini yin nibi: ẹ tẹ "unlink" lati pari rẹ, ki ẹ sọ fun { $support }.
answer-code-use = Koodu naa n fi han pe laini naa wa lọwọ yin, o jẹ ki { $business } ka ohun ti ẹ gba nikan: ko le gbe owo. Chat yii nikan lo n beere rẹ, ko si ẹni to nilo rẹ.
answer-no-code = N ko reti koodu nisinsinyi, koodu atijọ ko si ṣiṣẹ. Nẹtiwọọki yoo fi tuntun ranṣẹ lẹhin ti ẹ ba ti fun mi ni nọmba ati nẹtiwọọki yin nibi.
answer-no-code-linked = A ti so laini yin: a ko nilo koodu mọ. Ẹnikan n beere rẹ? Ẹ ma fun ẹnikẹni.
answer-phone-lost = Ẹ sọ fun { $support } nisinsinyi: wọn le pari rẹ fun yin. Ti a ba so laini nibi, ẹ tẹ "unlink" lati dẹkun fifi han. Ẹ sọ fun nẹtiwọọki yin lati ti SIM naa pa. Ẹ ma fun ẹnikẹni ni koodu.
answer-who-linked = Ko si laini ti a so ninu chat yii nisinsinyi. Ṣe a so tiyin laisi yin? Ẹ sọ fun { $support }: wọn le pari rẹ fun yin. Ẹ ma fun ẹnikẹni ni koodu.
who-linked-line = A so { $network } { $number } ninu chat yii, pẹlu koodu to wa si i nipa SMS. Adehun naa jẹ ti { $at_date }, { $at_time }, iwe ẹri { $reference }{ $link_given ->
    [no] {""}
   *[yes] , nipa link { $link }
}.
who-linked-stop = Ṣe kii ṣe ẹyin? Ẹ tẹ "unlink" lati pari rẹ, ki ẹ si sọ fun { $support }.
answer-why-network = Nẹtiwọọki ti ẹ yan lo n fi koodu ranṣẹ nipa SMS si laini yin, nitori naa o gbọdọ jẹ eyi ti laini naa wa nisinsinyi; ti ko ba mọ laini naa, ẹ tun yan. A ko so nnkan kan ki ẹ to tẹ koodu naa nibi.
answer-sms-to-come = Koodu n bọ nipa SMS si laini naa, lẹhin ti mo ba ti ni nọmba ati nẹtiwọọki rẹ. Ẹ o tẹ ẹ nibi.
answer-endings = Ti ẹ ba tẹ "unlink", fifi laini han yoo pari: { $business } ko ni gbọdọ ka a mọ, ninu chat kankan, emi yoo si pa ohun ti mo tọju nipa rẹ rẹ. Ti ẹ ba tẹ "delete", o n ṣe bẹẹ fun gbogbo laini ti a so nibi, o si n pa gbogbo ohun miran ti mo tọju nipa yin rẹ. Akọsilẹ pe ẹ gba, ati igba ti ẹ da a duro, wa fun ẹri. Emi yoo beere lọwọ yin ki n to ṣe eyikeyi.
answer-delete-message = Ẹ di ika yin mu lori ọrọ naa titi a o fi samisi rẹ, lẹyin naa ẹ tẹ apoti idọti tabi "Delete". Iyẹn n yọ ọ kuro ninu chat yii, ko pari nnkan kan.
answer-receipt = Iwe ẹri ni ẹri yin: ohun ti ẹ jẹ ki { $business } ka, idi rẹ ati titi di igba wo. Ẹ tọju rẹ. Lati mọ boya o jẹ otitọ ati pe o ṣi wulo, ẹ tẹ "receipt": mo n fi ohun ti o wa ninu akọsilẹ wa han.
answer-refusing = Ẹ ma tẹ ẹ nigba naa. Laisi koodu, a ko so nnkan kan, a ko si ka nnkan kan ti laini naa. Lati duro nibi, ẹ tẹ "cancel".
answer-words-differ = Ẹ duro: boya link yii ko wa lati ọdọ aṣoju yin. Ti wọn ba ni ki ẹ gba, ẹ tẹ "Rara, o ṣeun"; ti a ba ti so laini, ẹ tẹ "unlink". Ẹ ma fun ẹnikẹni ni koodu, ki ẹ sọ fun { $support }.
answer-languages = Ẹ ma binu, n ko tii gbọ ede yẹn. Mo n sọ { $languages }; ẹ tẹ eyi ti ẹ fẹ.

## Short words back

reply-thanks = Ko si wahala.
reply-greeting = Ẹ n lẹ!
reply-ok = O dara.
reply-later = O dara. Ẹ kọwe si mi nibi ti ẹ ba ṣetan.
reply-wait = Ẹ ma kanju.

## Asked back, because it must not be guessed

ask-back-agree = Lati gba, ẹ tẹ bọtini tabi: mo gba
ask-back-allow = Lati gba a, ẹ tẹ bọtini tabi: bẹẹni eyi naa
ask-back-leave-out = Lati yọ ọ kuro, ẹ tẹ bọtini tabi: yọ ọ kuro
ask-back-decline = Lati kọ, ẹ tẹ bọtini tabi: n ko gba
ask-back-confirm = Lati dẹkun fifi han, ẹ tẹ bọtini tabi: bẹẹni ṣe e
ask-back-cancel = Lati duro nibi, ẹ tẹ: fagile
ask-back-opt-out = Ki n ma ba kọwe si yin mọ, ẹ tẹ: unsubscribe
ask-back-networks = Ẹ darukọ nẹtiwọọki ti laini naa wa nisinsinyi: MTN tabi Airtel. Eyi to wa tẹlẹ ko ka.
ask-back-hide = Ki n fi eyi pamọ fun { $business }, tabi ki n fi han yin bayii?
ask-back-two = Mo gbọ nnkan meji. Ẹ sọ eyi ti o kọkọ.
which-number = Mo ri ju nọmba kan lọ. Ewo ni ti laini naa?
is-this-the-line = Ṣe { $number } ni laini tiyin, eyi ti ẹ fẹ so pọ? Ẹ tẹ ẹ. Bi bẹẹ kọ, ẹ tẹ nọmba laini yin.
which-code = Mo ri ju nọmba kan lọ, n ko si lo eyikeyi: igbiyanju ko din. Ẹ tẹ koodu nikan.
code-doubtful = N ko lo nọmba yẹn: o le jẹ koodu miran, tabi eyi to ti pẹ. Igbiyanju ko din. Ṣe lati inu SMS tuntun fun laini yii ni? Ẹ tẹ ẹ nikan. Koodu banki yin tabi ti app kankan ki i ṣe ti ẹnikẹni nibi.
code-told = N ko tii lo koodu yẹn. Ṣe ẹyin funra yin lẹ ka a ninu SMS to wa si { $number }? Ẹ tẹ koodu naa nikan. Ṣe eniyan lo sọ koodu fun yin? Ẹ ma lo o.
code-beside = N ko lo koodu yẹn, nitori ẹ kọ nnkan miran pẹlu rẹ. Igbiyanju ko din. Lati tẹsiwaju, ẹ tẹ koodu nikan. Lati duro, ẹ tẹ "fagile".
identity-not-needed = A ko nilo BVN tabi NIN nibi. Ẹ ma fi ranṣẹ si ẹnikẹni ninu chat.

# A bare "no", which is heard wherever it is said.
answer-words-no =
    .words = rara, rara rara

# Words by which this language is known at once, and that stand in no other.
heard-tongue =
    .words = ẹ kaaro, ẹ kaasan, ẹ kaale, bawo ni, ẹ n lẹ, ẹ jọwọ, e kaaro, e jowo, ẹ ṣeun
