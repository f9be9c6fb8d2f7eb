# What the bot says in Nigerian Pidgin. The comments in en.ftl hold here too.

## Greeting and consent

consent =
    How you dey! { $business } say make I help you share the details of your MTN or Airtel line for { $purpose }. E go take like two minutes.

    If you agree, { $business } fit see, for your line:
    { $parts }

    Na only for { $purpose }, and e no go pass { $months ->
        [one] 1 month
       *[other] { $months } months
    }; e go end before by itself if I no read anything for { $unused } days.{ $identity ->
        [yes] {""}
       *[no] {" "}{ age-check }
    }{ $several ->
        [yes] {" "}If you no want share everything, type "choose".
       *[no] {""}
    } To stop am anytime, type "unlink".
consent-identity = your name, whether you be man or woman, and your birthday
consent-balances = your airtime and data balance
consent-transactions = how you dey buy and use airtime and data
age-check = { $adult ->
    [0] {""}
   *[other] I go look the birthday one time, only to know say who get the line don reach { $adult } years: I no go keep am, and { $business } no go get am.
}
one-by-one = Oya, one by one. You never agree to anything until you answer the last one.
ask-scope = { $scope ->
    [identity] { $business } fit see { consent-identity }?{ age-check-otherwise }
    [balances] { $business } fit see { consent-balances }?
   *[transactions] { $business } fit see { consent-transactions }?
}
age-check-otherwise = { $adult ->
    [0] {""}
   *[other] {" "}If no, I go look the birthday one time, only to know say who get the line don reach { $adult } years: I no go keep am, and { $business } no go get am.
}
scopes-left-out = We don leave am out: { $reads }.
scopes-agreed = You don agree: { $business } fit see { $reads }, and nothing else for your line.
consent-agent = { $agent_given ->
    [no] { $business } send you this link. If dem give you two words with am, na { $first } { $second } e must be. If e no be so, tap "I no gree".
   *[yes] { $agent } from { $business } send you this link. The two words wey { $agent } dey see must be { $first } { $second }. If e no be so, tap "I no gree".
}
consent-changed = The text don change since dem ask you. Na wetin e talk now be this.
consent-again = You agree make { $business } see these details of your line?
number-forgotten = All right, I no go use that number. First your answer; after am you fit give another one.
number-kept = I keep { $number_given ->
    [no] your numbers
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}on { $network }
} for after. First answer me; agree only if the line na your own.
declined = No wahala. We no link any { $lines ->
    [0] line
   *[other] other line
} this time. If you change your mind, write me for here.
put-off = All right, another time. Nothing share, and your link still dey work: write me for here when you ready.
stale-link = That link no dey work again. You fit continue for here, or ask your agent for new one.
still-here = We still dey for the middle. Nothing lost.

## While an operator has paused linking

paused = { $words_given ->
    [no] { $business } don pause to link line for now.
   *[yes] { $business } don pause to link line for now: "{ $words }"
}
paused-code = We no dey collect code for now: I no use your own. You go get new one when we continue.
paused-kept = Nothing lost. When we come back, one tap go continue from where you stop. I go delete wetin you tell me { $until }, or now now if you type "delete".
paused-later = I no go ask anything about your line till then. When we come back, one tap go start am.
paused-lines = The line wey you don link dey work as before, and you fit stop am anytime with /unlink.

## The line

ask-number = Which phone number be your own line? Type am like 0803 123 4567{ $share ->
    [yes] , or tap "Share my number" wey dey below
   *[no] {""}
}. Only your own: dem go send am code.
ask-number-own = Which phone number be your own line? Choose { $number }, or type another one wey be your own.
number-not-a-number = I no see phone number for inside that one. Correct one be like 0803 123 4567.
own-number-unseen = I no dey see the number of this phone. { $share ->
    [yes] Tap "Share my number" wey dey below, or type am.
   *[no] Abeg type am.
}
number-too-short = That number short. Nigeria mobile number get 11 digits, like 0803 123 4567.
number-too-long = That one no be Nigeria mobile number: dem get 11 digits and dey start with 0, like 0803 123 4567.
number-foreign = That one no be Nigeria number. I fit link only Nigeria MTN or Airtel line, like 0803 123 4567.
number-not-mobile = That one no be mobile number. I need the number of MTN or Airtel SIM, like 0803 123 4567.
number-first = Give me the number first; the network go come after.
contact-not-own = For your safety, I dey take only your own contact card. If the line na your own, type the number.
contact-out-of-place = I no need contact card now.
link-for-other-number = This link na for { $number } only. Continue with that line, or ask your agent for link for the other one.
link-number-not-typed = Plenty other numbers don enter here, so I no go take any wey person type for this link again. If { $number } na your own line, continue with im network, share your contact or use am write me. For another line, ask your agent for link.
ask-network = { $number }: which network the line dey now?{ $likely_given ->
    [no] {""}
   *[yes] {" "}E be like { $likely }; if you don port, choose the other one.
} That network go send am code by SMS.
network-again = Which network { $number } dey now?{ $proven ->
    [yes] {""}
   *[no] {" "}Choose only if the line na your own.
}
own-line = Choose only if the line na your own.
network-not-served = I never fit link { $network } line. For now na only MTN and Airtel line I fit link.
other-line-or-end = You get another line for MTN or Airtel? Give me the number. If you no get, tap "Cancel": nobody see anything about you, no wahala.
network-unclear = MTN or Airtel? Tap or type am. Wrong number? Tap "Change number".
not-on-either = MTN and Airtel no know { $number }. Check the digits and type the number again, or the number of another line.
not-on-network = { $network } no know { $number }. E fit be say the line don dey the other network, or one digit no correct.

## Sending the code

still-sending = I dey ask { $network } make dem send your code go { $number }. E fit take reach 15 seconds. No be the line? Type "cancel".
ask-otp =
    { $network } don send { $shortest ->
        [0] code
       *[other] { $same ->
            [yes] { $shortest }-digit code
           *[no] code wey get { $shortest } to { $longest } digits
        }
    } by SMS to { $number }. Type the newest one for here and nowhere else. E go let { $business } read this line and nothing else: e no fit move money. No give am to anybody, even our agent.
line-elsewhere = This line don link for another chat too. If you continue, the two chats fit see am. The other one go hear am now now, and any of dem fit end am for the two. If you no know about am, type "cancel", then "person".
line-shared-elsewhere = This line dey another chat too: the two chats fit see am, and any of dem fit end am for the two. The other one don hear am. If you no know about am, type "unlink", then "person".
otp-hint = The network talk say: "{ $hint }"
ask-new-code = The last { $network } code no dey work again. Tap "Send new code" make you get another one.
then-network-again = After that, pick { $network } again.
new-code-wait = You fit ask for new code in { $wait }.{ $sent ->
    [yes] {" "}If SMS no come, check say the number correct and say the phone get network.
   *[no] {""}
}
code-sent = { $network } send the SMS { $ago } ago.
code-sent-next = Check say the number correct and say the phone get network. If you want another code, tap "Send new code": na only that one go work.
codes-used-up = You don get all the codes for now. You fit ask for another one { $again }, in { $wait }.
sending-unavailable = I no fit reach { $network } now, so no code go. Abeg try again in one minute.
sending-busy = { $network } too busy, dem no send code. Abeg try again in { $wait }.
sending-not-possible = { $network } no fit send code for this line, so e no fit link now. You no do anything wrong. If SMS come, the code no go work. Abeg try again later, or type "person" make somebody help you.
sending-unknown = { $network } no answer quick, so I no know whether code dey come. If SMS come, the code no go work. In { $wait } you fit choose your network again make we ask for new one.
our-fault = Something no dey right for our side, and you no fit fix am. Your details safe. No need to answer now: try again later, or talk to { $support }.
limit-otp-requests-per-number-day = This number don get all the codes for today. You fit ask for another one { $again }, in { $wait }.
limit-otp-requests-per-number-day-unproven = The codes wey remain for this number today na for the owner. If na your own, share am with the button, or use am write me. If no be so, abeg try again { $again }, in { $wait }.
limit-otp-request-pause-per-number = Code don go this number just now, so we no send another one. You fit ask for the next one in { $wait }.
limit-otp-requests-per-contact-day = You don get all your codes for today. You fit ask for another one { $again }, in { $wait }.
limit-otp-requests-per-hour = Plenty people dey link now, so no code go. Abeg try again { $again }, in { $wait }.
limit-otp-requests-per-prefix-hour = Plenty codes don go to numbers wey be like this one, so this one no go. Abeg try again { $again }, in { $wait }.
limit-otp-requests-kept-for-owners = Plenty people dey ask for codes now, and the ones wey remain na for the owners of numbers. If this one na your own, share am with the button, or use am write me. If no be so, abeg try again { $again }, in { $wait }.

## Checking the code

still-checking = I dey check your code. E fit take reach 15 seconds.
still-linking = Your code correct, and I dey link your line. { $again ->
    [yes] E dey take time pass usual: I go dey try am for some minutes, and I go tell you here.
   *[no] E fit take reach 15 seconds.
}
code-wrong-length = That one no fit be the code: the code get { $same ->
    [yes] { $shortest } digits
   *[no] { $shortest ->
        [0] at most { $longest } digits
       *[other] { $shortest } to { $longest } digits
    }
}, all inside one message. We no count am.
pin-not-needed = Nobody need PIN for here, and I no use am. No tell anybody.
code-not-understood = I no understand that one. I dey wait for the code wey dey go { $number }: type am for here. Somebody dey ask you for am? No give anybody.
no-code-yet = Code never come? E fit take two minutes. E dey go { $number }. Somebody dey ask you for am? No give anybody.
change-by-button = Na the code I dey wait for now. To use another number or network, tap "Change number".
code-too-early = If na your number, e need 11 digits, like 0803 123 4567. If na code, e never reach time; I no use am. No tell any person your code.
code-out-of-place = That one be like code, but I no dey wait for any now, so I no use am. Old code no go work. No tell any person your code.
code-not-typed = Code dey inside that one, and I no use am: na only code wey you type as new message I dey read. No send your code give any person.
delete-your-code = { $deletes ->
    [yes] {""}
   *[no] Abeg delete your message wey get the code now: me I no fit.
}
wrong-code = That code no correct. E remain { $tries ->
    [one] 1 try
   *[other] { $tries } tries
}. Check the newest SMS from { $network }.
wrong-code-unsure = The network no gree for that code. If na the one from before, that check wey no get answer fit don use am finish: ask for new code.{ $tries ->
    [0] {""}
    [one] {" "}Or check the newest SMS: e remain 1 try.
   *[other] {" "}Or check the newest SMS: e remain { $tries } tries.
}
same-code = You don send that code before, and e no correct. I no try am again, so we no count am. Check the newest SMS from { $network }.
wrong-code-last = That code no correct too, and na the last try be that.
code-expired = That code don old: code dey work for ten minutes.
check-unavailable = I no fit reach the network, so I never check your code and we no count am. Abeg type am again in one minute.
check-unknown = The network no answer, so I no know whether the code correct.{ $tries ->
    [0] {""}
   *[other] {" "}That check fit don use am finish. You fit type am one more time, or ask for new one.
}
limit-otp-checks-per-number-day = Dem don try too many codes for this number today. You fit try again { $again }, in { $wait }.
link-again = Your code correct, but the last step fail and the code don finish. Abeg no vex. Choose your network make we get new one.

## Linked

linked = Your { $network } line { $number } don link.
summary = { $details }
as-of = As e be { $today ->
    [yes] today
   *[no] on { $at_date }
}, { $at_time }.
as-of-stale = As e be { $today ->
    [yes] today
   *[no] on { $at_date }
}, { $at_time }; the network no answer just now.
as-of-unknown = The network no answer just now, so this one fit don old small.
summary-masked = Na only part of the name I show, because nobody never show me say this number na your own. { $share ->
    [yes] To see everything, tap "Share my number" wey dey below.
   *[no] To see everything, link the line from the chat of that same number.
} No be your name? Type "no be my name".
identity = { $network } { $number }
    { $details }
not-my-name = Na the name wey the network get be that. E fit be say the line dey another person name, or the record no correct: na only the network fit correct am. { $agent_given ->
    [no] To talk to person for { $business }: { $support }.
   *[yes] I don tell { $agent } of { $business }. If you no hear from them { $until }, ask { $support }.
} I go quiet till then; tap "Continue" make we go on. If you no want make this line dey shared, type "unlink": I go always hear that one.
already-here = Your { $network } line { $number } don link for this chat before, so no code dey needed. Wetin you agree now dey count from today. Type "receipt" for your receipt.
line-too-young = The owner of { $number } never reach { $age } years, so I no go share this line. { $business } no get right to read am, and I don delete wetin I get. You no do anything wrong. If the birthday no correct, tell your network make dem correct am.
summary-no-identity = { $network } no give name for this line.
summary-no-balances = { $network } no give balance for this line.
summary-nothing = The network never give any details for this line. Type "balance" later make you see am.
summary-processing = Your { $network } line { $number } don link. { $network } still dey prepare your details. I go send am come here by myself, most times before few minutes. No need to wait.
summary-later = Your { $network } line { $number } don link. The details dey take time; I go send am come here when e ready.
summary-given-up = { $network } never give the details of { $number } since one day. The line still dey linked; type "balance" make we try again.
reading-next = I still dey read your line. After that one, wetin you just ask for go come.
reading-pending = The network still dey prepare am, so I never get anything to show. E no mean say nothing dey. Abeg ask again after few minutes.
reading-missing = The network no know this line just now, so I no fit read am. E still dey linked. I go ask again by myself, and tell you if e don end finish.
still-reading = I dey read your line. Wetin I see go come here by itself.
receipt = Receipt { $reference }: on { $at_date }, { $at_time }, you let { $business } read { $reads }, for { $purpose }, until { $end_date }, { $end_time }. E go end before if I no read anything for { $unused } days.
receipt-first-release = Receipt { $reference }: on { $at_date }, { $at_time }, you agree to text { $version }. Who ask, wetin e be for and until when, nobody write am down that time.
receipt-ends = E go end by itself on { $end_date }, { $end_time }, or before if I no read anything tey.
receipt-narrowed = Since { $at_date }, { $at_time }, e don reduce: na only { $reads }.
receipt-page = Who no believe am fit look here whether e still hold: { $page }
receipt-no-line = No line dey linked under am, so nobody dey read anything.
receipt-ended = Receipt { $reference }: you agree on { $at_date }, { $at_time }{ $business_given ->
    [no] {""}
   *[yes] {" "}with { $business }
}, e end on { $ended_date }, { $ended_time }: { $why }.
receipts-none = This chat never agree to anything.
receipts-unreadable = { $n ->
    [one] One more note about this chat dey
   *[other] { $n } more notes about this chat dey
} for the record, but I no fit read am now. Abeg ask { $support }.
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
scope-identity = your name, gender and birthday
scope-balances = your balance
scope-transactions = your transactions
ended-customer = na you stop am
ended-time = the time don finish
ended-unused = nobody use am
ended-renewed = new agreement don take the place
ended-other-chat = dem end am for another chat
ended-network = the network end am, and you no do anything wrong
ended-age = who get the line never reach the age
ended-operator = person for the business end am for you
receipt-head = Mark for our record: { $head }. Keep am: na by am person wey check fit see if anybody change this one later.
receipt-next = { $business } don know: na dem you go ask about { $purpose }. Wetin you fit do here: { $balances ->
    [yes] {"balance, "}
   *[no] {""}
}{ $transactions ->
    [yes] {"transactions, "}
   *[no] {""}
}unlink, delete. Just type the word.
already-linked = Your line don link already. If you want stop to share am, type "unlink".
born = born { $date }
born-masked = born { $decade }•
female = woman
male = man

## Afterwards

menu = { $lines ->
    [one] Your line don link.
   *[other] You get { $lines } lines wey don link.
} Wetin you wan see? For everything wey dey, type "help".
balances = { $network } { $number }
    { $details }
which-transactions = { $network } { $number }{ $when_given ->
    [yes] , { $when }
   *[no] {""}
}{ $way ->
    [in] , wetin enter
    [out] , wetin comot
   *[both] {""}
}
from-to = { $first } reach { $last }
transactions =
    { which-transactions }{ $place ->
        [1] {""}
       *[other] {" "}· page { $place }
    }
    { $details }
transactions-none = No transaction dey for { which-transactions }.
transactions-no-more = Na all be that.
transactions-unfinished = I never look all of them finish: the network slow. Type "more", make I look further back.
transactions-more-of-what = More of wetin?
transactions-unread = { $n ->
    [one] One more come in a way wey I no fit read, so e no dey inside.
   *[other] { $n } more come in a way wey I no fit read, so dem no dey inside.
}
transactions-as-of = The network no dey answer now: I read this one { $today ->
    [yes] today
   *[no] on { $at_date }
} at { $at_time }.
transactions-not-yet = That time never reach. Type month wey don reach, like "transactions october".
transactions-no-such-day = No calendar get that date. Type like "transactions october" or "transactions 2026-10".
transactions-which-time = Which time you mean? Type like "transactions october" or "transactions 2026-10".
statement = Your statement, { which-transactions }: { $n ->
    [one] one transaction
   *[other] { $n } transactions
}, { $received } enter, { $spent } comot.
statement-columns = Date, Time, Enter, Comot, Currency, Wetin, Balance after
statement-stopped = The network stop to answer, so e reach { $at_date } only. For the older ones, ask for time wey dey before.
statement-other = For another time, type like "statement october" or "statement 2026-08 to 2026-10".
file-link = To get the file, open this one before ten minutes reach. E dey work one time only: { $link }
transaction = { $date } · { $sign }{ $amount } { $way ->
    [in] enter
   *[out] comot
}{ $narration_given ->
    [no] {""}
   *[yes] {" "}· { $narration }
}
balance-owed = you dey owe { $amount }
group-airtime = Airtime
group-bonus = Bonus
group-data = Data
group-calls = Calls and SMS
group-roaming = Roaming
group-other = Other ones
balances-anew = The network go give new ones in { $left }.
balances-more = and { $n } more
ask-more = More transactions? You fit still type month, "in" or "out".
ask-other = For others, type month, "in" or "out".
usage = { $network } { $number }, { $from } reach { $until }
    You spend { $spent }: airtime (calls, SMS) { $airtime } · data bundles { $data } · other { $other } · pay back { $repaid }
    Money wey enter { $received }
    { $loans ->
        [yes] You borrow { $borrowed }, you pay back { $repaid }; the highest wey you owe one time na { $debt }
       *[no] You no borrow anything
    }
    { $biggest }
    { $months }
usage-month = { $month }: { $spent } comot, { $came } enter
usage-biggest = Biggest bundle: { $narration }, { $amount }, { $date }
usage-no-bundle = No data bundle
usage-none = { $network } { $number }: no airtime move from { $from } reach { $until }.
usage-begins = { $network } no show anything before { $since }: line wey new, or wey come from another network, no get anything before that time.
usage-ported = This number start for another network. { $network } dey show only wetin happen since e come, from { $since }.
usage-stopped = I fit read only reach { $since }: { $why ->
    [slow] the network slow for the rest
    [refused] the network no give the rest
   *[long] e plenty pass wetin I fit read one time
}. Wetin old pass that no dey inside.
usage-uncounted = { $uncounted ->
    [one] One movement no get date or naira amount wey I fit read, so I no count am.
   *[other] { $uncounted } movements no get date or naira amount wey I fit read, so I no count them.
}
not-agreed = You no gree make { $business } see { $reads } for { $network } { $number }, so I no dey read am. If you wan agree to that one too, type "link another line" and give this number again; you no need code.
ask-narrow = For { $network } { $number }, { $business } fit see: { $reads }. Which one make I hide from now? If you no wan change anything, type "back".
ask-hide = Make I hide { $gone } for { $network } { $number }, so { $business } no go see am from now?
hidden = I don do am. From now { $business } no get right to see { $gone } for { $number }, for this chat or any other, and I no go read am again. Wetin e still fit see: { $reads }.
hidden-again = To stop everything, type "unlink". If you wan allow am again, type "link another line" and agree again.
hidden-elsewhere = Dem hide am for another chat wey hold this line, for { $channel }.
hidden-whole = Wetin { $business } fit see for { $number }, dem don hide am for another chat, for { $channel }. Na only that one you agree for here, so the line no dey linked for this chat again.
picture-usage = { $network } · { $from } reach { $until }
picture-airtime = Airtime (calls, SMS)
picture-data = Data bundles
picture-other = Other
picture-repaid = Pay back
picture-received = Enter
picture-borrowed = Borrow
mydata-line = { $network } { $number }
    Who fit see: { $seen_by_given ->
        [no] { $business }
       *[yes] { $seen_by }, for { $seen_for }
    }
    Wetin: { $reads }
    Since: { $since_date }, { $since_time }
    Until: { $ends ->
        [no] you stop am
       *[yes] { $end_date }, { $end_time }, or before if you stop am or I no read anything for { $unused } days
    }
    By: { $link_given ->
        [no] na only you, without link
       *[yes] { $agent_given ->
            [no] link { $link }
           *[yes] { $agent }, link { $link }
        }
    }
    Receipt: { $receipt }
mydata-read = { $times ->
    [0] I never read am.
    [one] I don read am one time, on { $last_date }, { $last_time }.
   *[other] I don read am { $times } times, the last one on { $last_date }, { $last_time }.
} Wetin { $business } read by itself, wey no pass through me, I no dey see am.
mydata-file = Na everything wey I keep about you for here be this, for you and for programs (JSON). Your number dey inside: give am only to person wey you trust.
mydata-nobody = No line dey linked for here, so nobody fit see anything of am through me.
mydata-read-before = Wetin { $business } read when line dey linked, e fit still get am: ask { $support } about that one.
mydata-chat = The number of this chat, { $chat }, dey come with every message: I dey keep am only to answer you, and with wetin you agree as proof.
mydata-kept = { $chat_given ->
    [no] {""}
   *[yes] { mydata-chat }{" "}
}{ $number_given ->
    [no] I no keep any number of yours wey no show for here{ $begun ->
        [yes] , only say you agree and fit continue
       *[no] {""}
    }.
   *[yes] I still keep your number { $number }{ $begun ->
        [yes] , make you fit continue with one tap
       *[no] {""}
    }.
} For the record: { $agreements ->
    [0] this chat never agree to anything.
    [one] 1 agreement of this chat, we keep am for good as proof; type "receipt" to see am.
   *[other] { $agreements } agreements of this chat, we keep dem for good as proof; type "receipt" to see dem.
} Name, balance and transactions, I dey show am, I no dey keep am; BVN and NIN, I no dey show am and I no dey keep am.
account-line = { $network } { $number }, linked since { $at_date }: { $business } fit see { $reads }{ $ends ->
    [no] {""}
   *[yes] . E go end by itself; e no go pass { $end_date }
}. { $times ->
    [0] I never read am.
    [one] I don read am one time.
   *[other] I don read am { $times } times.
}
seen-else = { seen-kinds } To hide something, type "choose"; to stop everything, "unlink".
seen-kinds = { $transactions ->
    [yes] Transactions dey show when airtime and data enter, when you use or borrow am. No
   *[no] No
} calls, no messages, no bank account.
ask-which-line = Which line?{ $more ->
    [yes] {" "}If you no see am below, type the number.
   *[no] {""}
}
limit-reads-per-contact-hour = You don look many times for this hour, and each one dey cost. You fit look again { $again }, in { $wait }.
reading-failed = The network no answer. Your line still dey linked. Abeg try again in one minute.
nothing-linked = No line dey linked for here now.
no-line-on = No { $network } line dey linked for here, na only { $named }.
one-line-first = One by one, abeg: choose one first.
nothing-to-unlink = No line dey linked for here. To delete wetin I keep, type "delete"; make I no write you again, "unsubscribe".
finish-first = Make we finish this one first, or type "cancel".
line-lost = Your line { $number } no dey linked again: the network end am, and you no do anything wrong. { $business } no fit read am again. To share am again, type "link".
line-shared = Your line { $number } don link just now for another chat too, for { $channel }, with code wey come by SMS to am. Your receipt for here remain as e be. No be you? Type "unlink": e go end am for every chat.
line-ended = Your line { $number } no dey linked again: dem end am { $channel_given ->
    [yes] for another chat, for { $channel }
   *[no] for every chat
}. { $business } no get right to read am again, and I don delete wetin I keep for here.
ask-unlink = Make we stop to share { $network } { $number } with { $business }? Dem no go get right to read am again, for this chat and any other chat wey e link, and I go delete wetin I keep.
ask-after-stop = { $lines ->
    [0] No line dey linked for here. Make I delete everything? Type DELETE.
   *[other] Make we stop to share with { $business }? Type UNLINK: e go end for every line wey link here. Make I delete everything join? Type DELETE.
}
ask-delete = Make I delete everything? { $lines ->
    [0] No line dey linked for here. I go forget your number and wetin you start.
   *[other] { $business } no go get right to read your { $lines ->
        [one] line
       *[other] lines
    } again, for this chat and any other, and I go delete wetin I keep.
} If you agree before, the note of that one, and of when you stop, must remain as proof.
consent-ends =
    Wetin you agree on { $at_date } go end on { $end_date }, { $end_time }{ $why ->
        [unused] {" "}because I never read anything since
       *[time] {""}
    }. From that time { $business } no get right to read your { $network } line { $number } again, and I go unlink am.

    If you tap "Continue to share", you agree again: { $business } fit see { $reads }, na only for { $purpose }, and e no go pass { $months ->
        [one] 1 month
       *[other] { $months } months
    } from then; e go end before if I no read anything for { $unused } days. To stop am anytime, type "unlink".
consent-over = I don unlink your { $network } line { $number } on { $at_date }, { $at_time }: { $why ->
    [unused] nobody read anything for { $unused } days
   *[time] the time wey you agree don finish
} (receipt { $reference }). { $business } no get right to read am again. Wetin I delete: the account, with the number and network of the line. Wetin I keep: the note say you agree and when e end, as the law need proof.
sharing-reminder = Make you remember: { $business } fit read your { $network } line { $number }, for { $purpose }. E go end by itself on { $end_date }. If you want stop am now, type "unlink".
unlinked = I don do am. { $number } no dey linked again, and { $business } no get right to read am, for this chat or any other. Wetin I delete: the account, with the line number and network. Wetin remain: the note say you agree and say you don stop, because the law want proof.
deleted = I don do am. Wetin I delete: { $lines ->
    [0] your number and wetin you start. No line dey linked for here
   *[other] every line wey link here, with number and network; { $business } no get right to read dem again, for this chat or any other
}. Wetin dey inside this chat, na only you fit clear am.{ $chat_given ->
    [no] {""}
   *[yes] {" "}Your number { $chat } still dey come with any message wey you write for here.
} Wetin remain, if you agree before: the note of when this chat agree and stop, because the law want proof.
unlinked-for-you = { $business } don unlink { $number } for you{ $why ->
        [lost] , because the phone lost or another person dey hold am
        [tricked] , because person fit don trick you make you link am
        [again] {" "}again: you don end am before, and old copy of our records no know
       *[asked] , as you ask
    }. E no dey allowed to read that line again. Wetin dem delete: the account, with the line number and network. Wetin remain: the note say you agree and say e don end, because the law want proof. If you no want this: { $support }.
deleted-for-you = { $business } don delete wetin dem keep about you here{ $why ->
        [lost] , because your phone lost or another person dey hold am
        [tricked] , because person fit don trick you
        [again] {" "}again: you don ask for am before, and old copy of our records no know
       *[asked] , as you ask
    }. Wetin dem delete: every line wey link for this chat, with number and network; { $business } no dey allowed to read dem through this chat again. Wetin remain, if you agree before: the note of when this chat agree and when e end, because the law want proof. If you no want this: { $support }.
unanswered = Your answer no come on time, so nothing change.
ask-anew = Make I ask you again?
kept = No wahala, nothing change.
privacy = { $business } dey use your line details only for { $purpose }. Wetin I dey keep, I lock am well well, and I no dey keep your code: type "mydata" to see am. Type "unlink" to stop, "delete" to remove everything.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}More: { $privacy }
}

## At every step

person = { $agent_given ->
    [no] To talk to person for { $business }: { $support }. If nobody help you { $until }, type "person" again.
   *[yes] I don tell { $agent } of { $business } say you want person. If you no hear from them { $until }, ask { $support }.
} No person need your code. I go quiet till then; tap "Continue" make we go on.
person-awaited = I leave that one for the person. To go on with me, tap "Continue" or type am.
offer-person = Or talk to person.
offer-tongue = { $name }? Tap or type am, and I go speak am.
proof =
    This one na { $business } own assistant{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }.

    The SMS go come from MTN or Airtel after you choose your network for here. The code let us read your line, e no fit move money. Type am only for here; nobody from { $business } go ever ask you for am.

    You no sure? Anybody fit talk so: call { $business } with the number wey you don sabi before. If you get question: { $support }.
proof-code = This one na { $business } own assistant. The code let us read this line: e no fit move money. Nobody from { $business } go ever ask you for am. You no sure? No type am: call { $business } with the number wey you don sabi before.
proof-site = { $site_given ->
    [no] {""}
   *[yes] { $business } own site, { $site }, talk say this chat na dia own.
}
proof-cancel = If no be you start this, type "cancel".
proof-unlink = Your line don link for here. To stop to share am, type "unlink": e go end now now.
proof-agent = { $agent_given ->
    [no] You come by the link { $reference }. The words wey come with am, na { $first } { $second } e must be. If na another words, no go on.
   *[yes] Your agent na { $agent }, reference { $reference }. The two words for their screen, na { $first } { $second } e must be. If e no be so, e no come from them: no go on.
}
help-idle = I dey help you share the details of MTN or Airtel line with { $business }.
help-consent = Read wetin { $business } wan see. Agree make we continue, or decline and nothing go happen.
help-scopes = For each one, talk whether { $business } fit see am. You fit leave out wetin you like.
help-number = Type the number of the MTN or Airtel line wey you wan share. You no sure? Call somebody with am: their phone go show am.
help-network = Choose the network wey the line dey today: na the one wey you dey load im airtime.
help-otp = Open the SMS for the phone wey get { $number } and type the code for here. No SMS? Wait one minute, check say the phone get network, then ask for new code.
help-other = See where we dey.
help-linked =
    You fit type any time:
    { $rows }
    - link another line
help-row = - { $command }: { $does }
help-words = You fit type anytime: back, cancel, language, person, help.
ask-language = Which language? Wetin be your language?
language-changed = Na Pidgin we go dey talk.
cancelled = I don cancel am. We no link any { $lines ->
    [0] line
   *[other] other line
} this time.
cancelled-code = I don cancel am. We no link any { $lines ->
    [0] line
   *[other] other line
} this time, and if code still come, e no go work.
continue-later = If you want continue after all, type "continue" before { $left } finish.
opted-out = No wahala: I no go write you again. If you want hear from me again, type START. If you want stop to share every line wey don link, type UNLINK; make I delete everything, type DELETE. E still dey work.
nothing-to-cancel = Nothing dey go on, so nothing dey to stop.
no-way-back = Na the beginning be this; nothing dey before am.
ask-resume = Make we continue from where we stop?
ask-resume-line = Make we continue with { $number }? New code fit come by SMS.
ask-begin = Tap the button wey dey below anytime you wan start.
time-ran-out = Time don finish, so I close am for your safety. We no link any line this time.
time-ran-out-unknown = Time finish before the network answer. If code still come, e no go work.
warning = E remain { $left } make you finish this. After that I go close am for your safety; one tap and you fit continue.
too-many-messages = You send plenty message at once, so I stop to answer small. Abeg read wetin don come, then write once.
said-again = I don get that one already.
old-button = Na the question before you answer, so I no do anything. See where we dey; to stop, type "cancel".
not-understood = I no understand that one.
not-understood-consent = I no understand that one. You gree? Tap or type "I gree" or "I no gree".
message-unreadable = I no fit read your last message. Abeg send am again as normal text.
oddity-photo = I no fit read picture. Abeg answer with words.
oddity-sticker = Correct one! But abeg answer with words.
oddity-voice = I no fit hear voice note. Abeg type your answer.
oddity-file = I no fit open file. Abeg answer with words.
oddity-location = I no need where you dey. Abeg answer with words.
oddity-edited = I see say you change message wey you send before. I dey read only new ones; abeg type am again.
oddity-forwarded = I dey read only wetin you write by yourself, no be forwarded message.
oddity-other = I fit read only text. Abeg answer with words.

## What the messenger shows about the bot

about = I dey help you share the details of your MTN or Airtel line with { $business }, if you agree. Na two minutes, and you fit stop am anytime. I no dey ask for PIN or bank code.
about-short = Share your MTN or Airtel line with { $business }, safe.
command-start = start, or see where we dey
command-balance = balance of your line
command-transactions = wetin enter and comot, month by month
command-statement = the same one as file
command-usage = six months: wetin you spend, borrow, wetin enter
command-accounts = your lines wey don link
command-mydata = who fit see wetin about you
command-choose = choose wetin dem fit see
command-receipt = wetin you agree, and when e end
command-privacy = wetin we dey do with your details
command-unlink = stop to share am
command-delete = delete everything
command-language = another language
command-person = talk to person
command-cancel = stop wetin we dey do
command-help = wetin I fit do

## Buttons, and the words that mean the same

button-agree = I gree
    .words = yes, agree, i gree, gree, i agree, na so
button-decline = I no gree
    .words = no, no thank you, i no gree, no gree, i no agree, i no want
button-proof = This one na true?
    .words = na true, this one na true, na real, na scam, na 419, 419, who you be
button-choose = Hide something
    .words = i wan choose, make i choose, no be everything, hide something
button-allow = Yes, this one too
    .words = yes this one too, e fit see am, make e see am
button-leave-out = No, leave am out
    .words = no leave am out, no be this one, leave am, hide am, no show am, no share am, make dem no see am, no make dem see am
button-hide-identity = Hide my name
    .words = hide my name, my name
button-hide-balances = Hide my balance
    .words = hide my balance
button-hide-transactions = Hide transactions
    .words = hide transactions
button-own-number = Use { $number }
    .words = use my number, na this number, my own
button-mtn = MTN
    .words = mtn
button-airtel = Airtel
    .words = airtel
button-new-code = Send new code
    .words = new code, send again, send new code, code no come, i no see code, i no see am, no sms
button-change-number = Change number
    .words = change number, na wrong number, wrong number, another number
button-resume = Continue
    .words = continue, make we continue, oya, yes
button-begin = { $again ->
    [yes] Start over
   *[no] Start
}
    .words = start, make we start, start again
button-link-another = Link another line
    .words = link another line, link another, another line, link my line, add line
button-help = Help
    .words = help, help me, abeg help
button-cancel = Cancel
    .words = cancel, stop, comot, leave am, i no want again, i no do again
button-back = Back
    .words = back, go back
button-language = Language
    .words = language, change language
button-person = Talk to person
    .words = person, i wan talk to person, talk to person, customer care
# What this language calls itself: the button that chooses it, in every language.
language-name = Pidgin
    .words = pidgin, naija, pcm, pidgin english, broken, language pidgin
button-balance = Balance
    .words = balance, my balance, wetin remain
button-transactions = Transactions
    .words = transactions, history
button-statement = Statement
    .words = statement
button-more = More
    .words = more, show more, show me more, i wan see more, next page
button-usage = Usage
    .words = usage, wetin i don use
button-accounts = My lines
    .words = accounts, my lines
button-mydata-file = Everything as file
    .words = everything as file, give me everything as file
button-mydata = Who fit see wetin
    .words = who fit see wetin, wetin you keep, wetin you sabi about me
button-unlink = Unlink
    .words = unlink, stop to share, no share again
button-privacy = Privacy
    .words = privacy
button-receipt = Receipt
    .words = receipt
button-delete = Delete everything
    .words = delete, delete everything, forget me, clear everything
button-confirm = Yes, do am
    .words = yes, do am, oya
button-keep = No, leave am
    .words = no, leave am
button-share-on = Continue to share
    .words = continue to share
button-stop-sharing = Stop am now
    .words = stop am now
button-not-my-name = No be my name
    .words = no be my name, e no be my name, this no be my name, no be me be this, no be me be that, na wrong name, the name no be my own, name no be my own, the name no be mine, the name no correct
button-line = { $network } { $number }
button-number = { $number }
button-copy = Copy { $text }
button-share-contact = Share my number

## Time and numbers

seconds = { $n ->
    [one] 1 second
   *[other] { $n } seconds
}
minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] 1 hour
   *[other] { $n } hours
}
today = at { $time }
tomorrow = tomorrow at { $time }
on-date = on { $date } at { $time }
gigabytes = { $n } GB
megabytes = { $n } MB
minutes-of-calls = { $n } min
messages = { $n } SMS
progress = I still dey ask the network; thank you as you dey wait.
progress-done = Thank you as you wait.
menu-hint = To choose, reply 1, 2 … or the word:
menu-hint-words = To choose, type the words:
list-label = Pick one

## Words that stop and start the messages themselves, where a channel's rules ask for them

word-stop = STOP
    .words = stop, no send me message again, no write me again
word-start = START
    .words = start, start am, make we start again

word-send = send
    .words = send, send am

## The link's page

page-title = { $business } dey ask you something
page-heading = { $business } wan see the details of your MTN or Airtel line
page-purpose = Na for { $purpose }, and only if you agree. E go take like two minutes.
page-agent = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } from { $business }
} send you this link.
page-continue = Continue for { $channel }
page-until = The link dey work one time only, and e go end { $until }.
page-scan = Use your phone camera scan am, make you continue for there.
page-qr = QR code of this page
page-steps = Wetin go happen
page-step-agree = Send the first message as e be, or tap Start. Then read wetin { $business } go see, and agree or decline.
page-step-code = You go give your number. MTN or Airtel go send you code by SMS.
page-step-done = You go type the code for that same chat. You fit stop to share anytime.
page-sms = How the SMS go be
page-sms-from = MTN or Airtel
page-sms-text = Your code is 123456. Do not share it with anybody.
page-sms-note = E go come only after you don ask for am for the chat; the words fit different. The code let { $business } read this line: e no fit move money.
page-safe = Make you dey safe
page-safe-code = Type the code for the chat and nowhere else. Nobody need to hear am{ $agent_given ->
    [no] {""}
   *[yes] , even { $agent }
}.
page-report = You no expect this, or somebody dey ask you for the code? Stop, and call { $business } with the number wey you sabi before.
page-report-to = To report am: { $support }.
page-site = { $site_given ->
    [no] {""}
   *[yes] { $business } own site, { $site }, talk say this bot na dia own.
}
page-privacy = How we dey keep your details
page-quiet = This page no dey keep cookies and e no dey follow you.
page-languages = Language
page-file = Your file
page-file-next = Na you ask for am for the chat. You fit collect am one time only, before ten minutes reach.
page-file-get = Collect the file
page-file-gone = This file no dey here again
page-file-gone-next = Somebody don collect am, or the ten minutes don finish. Ask for am again for the chat.
page-gone = This link no fit work
page-gone-next = E fit be say dem don use am, e don end, or e no complete. Ask the person wey send am for new one.
page-receipt-valid = This receipt dey valid
page-receipt-valid-next = { $business } give am on { $at_date }, and e never end. E no go pass { $end_date }.
page-receipt-narrowed = This receipt dey valid, but no be all
page-receipt-narrowed-next = { $business } give am on { $at_date }, and e never end. Since { $narrowed_date } wetin dem fit read don reduce: the signed receipt talk wetin remain.
page-receipt-ended = This receipt don end
page-receipt-ended-next = { $business } give am on { $at_date }. E end on { $ended_date }, { $ended_time }: nobody fit read anything under am again.
page-receipt-unknown = We no know this receipt
page-receipt-unknown-next = The address no complete, or nobody ever give receipt with am. No rely on am.
page-receipt-signed = The signed receipt, for who wan check am
page-busy = Small time, abeg
page-busy-next = Too many pages open from your network. Try again in { $wait }.

## Agents

agent-welcome = Welcome, { $name }. You fit make links now for { $business } customers.
agent-help =
    Wetin you fit type, with slash or without am:
    { $rows }
agent-help-row = /{ $command } - { $does }
agent-help-own-line = For your own line wey link for this chat: balance, transactions, usage, accounts, receipt, privacy, mydata, unlink, delete.
agent-does-link = make link: number, network, note
agent-does-links = your links: add open, stuck, today, number, note
agent-does-status = how one link dey: add reference or number
agent-does-cancel = end link before time: add the reference
agent-does-remind = the text to forward again: add the reference
agent-does-hand = give link to agent: reference, name
agent-does-today = how today dey go
agent-does-unlink = stop to share your own line
agent-does-language = English or Pidgin
agent-does-help = wetin you fit type
agent-does-agents = who be the agents
agent-does-invite = make somebody agent
agent-does-remove = end somebody work as agent
agent-does-name = wetin customers go read beside your links
agent-misuse = Something remain. Do am like this: { $example }
agent-misuse-wrong = I no understand wetin dey after am. Do am like this: { $example }
agent-example-today = /today
agent-example-link = /link 0803 123 4567 mtn school fees
agent-example-links = /links open
agent-example-status = /status K7M-4Q2
agent-example-cancel = /cancel K7M-4Q2
agent-example-remind = /remind K7M-4Q2
agent-example-hand = /hand K7M-4Q2 Ada Obi
agent-example-invite = /invite Ada Obi
agent-example-remove = /remove Ada Obi
agent-example-name = /name Ada Obi
agent-not-understood = I no understand that one. Type "help" make you see wetin I sabi.
agent-answer-thanks = You welcome.
agent-answer-greeting = How far! Type "link" to make link, or "help" make you see wetin I sabi.
agent-answer-no-code = Ask dem: network dey, and the number correct? After one minute make dem tap "Send new code" for their own chat. To see where e reach: type /status and the number.
agent-answer-wrong-code = Na only the newest SMS dey count: make dem look am again, or tap "Send new code". Each code get only small tries; after that dem need new one.
agent-answer-not-opening = Type /status and the reference or number: e fit don end, or be for another person. /remind go give you the text again. With camera, the picture dey open am too.
agent-answer-code-theirs = Never: the code na their own alone. No ask for am, no hear am, no look am, no type am; na dem go type am for their own chat.
agent-answer-real = Make dem tap "This one na true?" for the chat: e go show the business, your name and the two words, same as your own. Dem fit call the business too with number wey dem sabi.
agent-answer-not-served = For now na only MTN or Airtel line e dey work with. If dem get one, make the link for that one.
agent-mended = Link { $link } na for { $network } now. The text wey I give you still dey good.
agent-mend-same = Link { $link } don dey for that one already.
agent-mend-which = Link { $link } na for { $network_given ->
    [no] any network
   *[yes] { $network }
}. Which one correct? Type am: "sorry, MTN" or "sorry, Airtel".
agent-mend-number = Link { $link } still dey, because the number no fit change. End am: /cancel { $reference }
agent-mend-late = Link { $link } no fit change again: { $state }. { $over ->
    [yes] Make new one:
   *[no] First end am: /cancel { $reference } Then make new one:
} { $line_given ->
    [no] type /link, the whole number, { $network_given ->
        [no] the network
       *[yes] { $network }
    } and your note, for one line.
   *[yes] { $line }
}
agent-mend-how = Link { $link } na for { $number_given ->
    [no] any line
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}({ $network })
}, and number no fit change. E no correct? End am: /cancel { $reference } Then type /link, the whole correct number, the network and your note, for one line.
agent-answer-mend = The number of a link no fit change. End am with /cancel and the reference ("links" go show am), then make new one with /link.
agent-answer-unlink = Na only the customer fit stop am: make dem type "unlink" for their own chat, or "delete" make everything comot. E go end sharp sharp, and I go tell you.
agent-answer-words = Your two words dey inside the link message, and /status go show dem again. If their screen show other words, no be your link be that: make dem stop, make dem no agree and no type any code. Then make new link.
agent-answer-person = Ask your administrator, or { $support }.
agent-answer-person-admin = Ask { $support }.
agent-answer-private = I no go show you customer balance, transaction or name. Wetin the business dey read for the line, na the business get am.
agent-answer-free = Na free for dem: nobody go charge dem, and no airtime or money fit move.
agent-answer-takes = E go take dem like two minutes. One link dey work for { $life } after you make am; /status and the reference go show when e go end.
agent-answer-lost = Make dem tell { $support } now, and ask their network make dem block the SIM. Make dem no give anybody code.
agent-answer-own-line = Na only who get line fit agree for am, for their own chat. Make link for line wey be customer own.
agent-answer-lasts = One link dey work once, for one customer, for { $life } after you make am. When e go end dey inside the message; /status and the reference go show am again.
agent-answer-leave = Na administrator go remove you: tell your own make e type /remove { $name }. Your open links go end with am. To give dem to another agent before, type /hand all and the agent name.
agent-answer-leave-admin = You be administrator: na only the operator fit change am, for the settings. Your open links go end with am. To give dem to another agent before, type /hand all and the agent name.
agent-old-button = You don answer that one before.
agent-old-link = That button don old: I no sabi the link again. Type /status and the reference.
agent-left = No wahala, I no make any link.
agent-code-typed = That one be like code, so I no do anything with am. Na amount? Write am like ₦5000 and send everything again. Na phone number? Write am complete. Customer code na for the customer alone: no ever ask for am, no ever type am.
agent-own-link = You be agent, so you no fit be the customer of link. Forward am to the customer; dem go open am for their own phone.

## Agents: a link

agent-ask-number = Which phone number the link dey for? Type am like 0803 123 4567. With number, the link go work for that line alone, and the customer no need type am.
agent-explain-link = Type the number, the network and your own note for one line, like this: { $example }. Or type "link", make I ask you one by one.
agent-offer-link = I dey make link for { $number }. If you no want am, type "cancel".
agent-ask-network = Which network{ $known ->
    [yes] {" "}{ $number } dey
   *[no] {""}
}? Skip am if you no sure; the customer go choose.
agent-ask-note = Note for yourself{ $line_given ->
    [yes] {" "}for the link wey be for { $line }
   *[no] {""}
}, like wetin e dey for? The customer no go see am.
agent-keep-note = Your note for the link{ $line_given ->
    [yes] {" "}wey be for { $line }
   *[no] {""}
} na "{ $note }". Type another one, or skip make e remain.
agent-doubt-note = Na your note be "{ $note }"? I no sure, so I never make link with am. If na so, put "note:" for front: note: { $note }
agent-waits = No wahala, I dey wait. I no go make link until you answer.
agent-number-stuck = Phone number dey inside, but something join body with am. Put space before and after am, and send everything again.
agent-ask-send = Or type "send": I go send the invitation go their { $chat } too.
agent-ask-name = Which name customers go see for your links? Type am like Ada Obi.
agent-name-first = Customers go read the name { $name } beside am. To change am, type /name and the name.
agent-name-how = You want make customers read the name { $name } beside your links? Then type /name { $name }
agent-name-now = Customers go read the name { $name } beside your links now.
agent-name-taken = Agent wey dem dey call { $name } dey already. Add another name, make people fit know una apart.
agent-number-in-words = Phone number in words dey inside. Write am in digits, like 0803 123 4567, and send everything again.
agent-opted-out = No wahala: I no go write you again, and you no go hear anything about your links. If you want hear from me again, type START.
agent-text-languages = I fit write the text wey you go forward for only these languages: { $languages }. I never make link: send am again with one of dem for the end, or with none.
agent-too-long = E too long for me to read: { $most } letters at most. Send the number, the network and small note.
agent-two-networks = I see two networks inside that one, and I never make anything.
agent-which-network = I no know network wey be "{ $word }", and I never make anything.
agent-understood = Wetin I hear: { $number_given ->
        [no] any line
       *[yes] { $number }
    }{ $network_given ->
        [no] {""}
       *[yes] {" "}· { $network }
    } · { $note_given ->
        [no] no note
       *[yes] note: { $note }
    } · their text in { $language }
agent-line-linked = That line don link already. Make sure say na the correct number, and say dem want am again.
agent-line-linking = Another agent get open link for that number. Ask before you continue, make your customer get one.
agent-paused = { $words_given ->
    [no] Linking dey pause just now, and we dey tell customers so. Their link go work again when that one finish, till im end.
   *[yes] Linking dey pause just now, and we dey tell customers: "{ $words }" Their link go work again when that one finish, till im end.
}
agent-several-numbers = That one pass one phone number, and one link na for one line. I never make any link: send them one by one.
agent-no-link-either = { $number_given ->
    [no] The link wey you start before, I no make am too.
   *[yes] The link for { $number } wey you start before, I no make am too.
} Send everything of the one wey you want for one line.
agent-two-references = I see two reference (ref:) for inside that one. One link get only one. Send everything again, with one of dem.
agent-reference-number = The reference (ref:) na phone number, or phone number dey inside. Use one id wey be your business own, and send everything again.
agent-twin = Open link dey for that number already: { $link }. Type /remind { $reference } or /cancel { $reference }.
agent-link-made =
    Link { $link } don ready. E go work one time and e go end { $until }.
    Match words: { $first } { $second }. The customer screen must show the same.
agent-link-external = Your own reference for am: { $external }
agent-link-page = The page: { $page }
agent-sending = I dey send am go their { $chat } too, and I go tell you if e no reach.
agent-not-sent-theirs = I no send am: dem don start for their own chat. Give them the text yourself.
agent-not-sent-off = I no send am give dem myself: we never set that one up here.{ $word_given ->
    [no] {""}
   *[yes] {" "}"{ $word }" still dey for your note.
}
agent-not-sent-no-number = I no send am go their { $chat }: the link no get number.{ $word_given ->
    [no] {""}
   *[yes] {" "}"{ $word }" still dey for your note.
}
agent-limit-invitations-per-number-day = I no send am go their { $chat }: one invitation don go that number for the last one day. I fit send the next one { $again }, in { $wait }.
agent-limit-invitations-per-number-week = I no send am go their { $chat }: three invitations don go that number for one week. I fit send the next one { $again }, in { $wait }.
agent-link-next = Forward the next message give dem, or make dem scan the picture. I go tell you how e dey go. No ever ask for the code wey dem get.
agent-forward =
    Hello, na { $agent_given ->
        [no] { $business }
       *[yes] { $agent } from { $business }
    } be this. Abeg open this one make you share the details of your MTN or Airtel line for { $purpose }:
    { $links }
    Our two words: { $first } { $second }. If the chat show different words, stop. E go work one time and e go end on { $until_date } at { $until_time }. You go get code by SMS: nobody from { $business } go ever ask you for am, even me.
invited-by = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } from { $business }
}
agent-limit-links-per-agent-hour = You don make all the links wey one hour allow. You fit make the next one { $again }, in { $wait }.
agent-links-left = You fit make { $left ->
    [one] 1 more link
   *[other] { $left } more links
} now. Na { $most } for any one hour.
agent-limits = With "send" for the end one number dey get { $a_day } invitation a day, { $a_week } a week, from all agents together. /remind dey give the text of one link { $again } times a day.
agent-no-links-left = You don make all the { $most } links of this hour. You fit make the next one { $again }, after { $wait }.
agent-limit-reminders-per-link-day = You don send that link enough for today. You fit send am again { $again }, in { $wait }.
agent-link-name = { $reference }{ $number_given ->
    [no] {""}
   *[yes] {" "}({ $number })
}
agent-link =
    { $link }: { $state }, { $when }.{ $over ->
        [yes] {""}
       *[no] {" "}E go end { $until }. Match words: { $first } { $second }.
    }{ $account_given ->
        [no] {""}
       *[yes] {" "}Account ID: { $account }.
    }{ $note_given ->
        [no] {""}
       *[yes] {" "}Note: { $note }.
    }{ $external_given ->
        [no] {""}
       *[yes] {" "}Your own reference: { $external }.
    }{ $name_given ->
        [no] {""}
       *[yes] {" "}Agent: { $name }.
    }
agent-reminded-of = See the text for { $link } again. Na another link? Type /remind and the reference.
agent-one-link-only = I dey take one link at a time, and I see pass one reference. I never do anything: send them one by one.
agent-no-such-link = I no know any link of yours with that reference. Type "links" make you see dem.
agent-link-over = { $link } don end: { $state }.
agent-cancel-this = { $only ->
    [no] The link wey dey your screen na { $link }
   *[yes] Na one link of yours dey open: { $link }
}, { $state }. If you wan end am, tap "Cancel link"; if no, leave am.
agent-cancel-none = No link of yours dey open: nothing dey to cancel.
agent-cancelled = I don cancel { $link }. { $agreed ->
    [no] E no fit work again.
   *[yes] Dem don agree before, and dem still fit continue by demself, with number wey dem type. I go tell you if dem do am.
}
agent-cancelled-for-you = { $name_given ->
    [no] One administrator
   *[yes] { $name }
} don cancel { $link }. E no fit work again.
agent-handed = { $link } dey with { $name } now.
agent-handed-you = { $name_given ->
    [no] Dem don give you the link { $link }.
   *[yes] { $name } give you the link { $link }.
} From now I go tell you how e dey go.
agent-handed-from-you = { $link } dey with { $name } now. You no go hear of am again.
agent-has-it = { $link } dey with { $name } already.
agent-no-such-agent = I no know any agent wey dem dey call { $name }. { $admin ->
    [yes] Check the spelling: /agents go show who dey.
   *[no] Check the spelling, or ask your administrator.
}

## Agents: the board

agent-rows = { $rows }
agent-rows-next = For one of dem, type im reference after /status, /remind or /cancel, like this: /cancel { $reference }
agent-hand-how = To hand am over, type im reference: { $line }
agent-row = { $reference }{ $number_given ->
    [no] {""}
   *[yes] {" "}· { $number }
} · { $state } · { $when }{ $agent_given ->
    [no] {""}
   *[yes] {" "}· { $agent }
}{ $note_given ->
    [no] {""}
   *[yes] {" "}· { $note }
}
agent-board-page = { $total } links, page { $page } of { $pages }. To jump, type /links and the page.
agent-days-known = By name I sabi only today and yesterday own. How many dey for each day: /report 7
agent-board-count = { $total ->
    [one] 1 link:
   *[other] { $total } links:
}
agent-row-without = { $number } · link without any link of una · { $when }
agent-today-without = Lines wey link today without any link of una: { $count }. Type "/links without" make you see dem.
agent-just-now = just now now
agent-ago = { $ago } ago
agent-on = on { $at_date }
agent-board-empty = { $page ->
    [0] { $which ->
        [open] You no get open link.
        [done] No link don finish yet.
        [failed] No link don fail.
        [without] No line link without link of una for the last 30 days.
        [state] { $state ->
            [have-opened] Nobody don open any link.
            [have-agreed] Nobody don gree.
            [have-linked] Nobody don link.
            [have-cancelled] Nobody don cancel.
            [not-agreed] No link wey dey go on dey wait for person to gree.
            [opened-not-agreed] Nobody open link come no gree.
            [opened-not-linked] Nobody open link come no link.
            [agreed-not-linked] Nobody gree come no link.
           *[other] No link dey { $state } now.
        }
        [day] You no get link like that for that day.
        [none] I no see any link like that. I dey look for number, note, reference, state, "today" or "yesterday".
       *[all] You never get any link. Type "link" make we make one.
    }
   *[other] Nothing remain.
}
agent-board-empty-of = { $page ->
    [0] { $which ->
        [day] { $name } no get that kain link for that day.
       *[other] { $name } no get that kain link.
    }
   *[other] Nothing remain.
}
agent-board-empty-on = { $page ->
    [0] { $name_given ->
        [yes] { $name } no get that kain link for { $networks }.
       *[no] You no get that kain link for { $networks }.
    }
   *[other] Nothing remain.
}
agent-only-on = For { $networks } only:
agent-today-of = { $name }:
agent-several-called = More than one agent dey bear am: { $names }. Type the full name.
agent-whole-name = { $names }? For this one I need the full name: abeg type am.
agent-today =
    Links wey dem make today: { $made }
    opened { $opened } · agreed { $agreed } · code sent { $sent } · code correct { $verified } · linked { $linked }
agent-today-network = { $network }: { $made } · code sent { $sent } · code correct { $verified } · linked { $linked }
agent-today-none = Nobody make link today.
report = Links wey dem make { $from } reach { $until }: { $made }
    open { $opened } · gree { $agreed } · code go { $sent } · code correct { $verified } · linked { $linked } · still linked { $still }
    { $drop }
    Code correct: { $verified } of { $sent }{ $timed ->
        [yes] {" · "}half of them link within { $minutes } min after dem open
       *[no] {""}
    }
    Linked each day: { $days }
    Network (linked of made): { $network }
    Language: { $language }
    Channel: { $channel }
    Agent: { $agent }
report-charged = Messages wey dem charge for, for each linked line: { $each }
report-none = Nobody make link from { $from } reach { $until }.
report-drop = Most stop { $step }: { $lost }; { $alike } of them: { $why }
report-no-drop = Not one stop for road.
report-none-linked = none
report-after-0 = before dem open am
report-after-1 = between open and gree
report-after-2 = between gree and the code
report-after-3 = for the code
report-after-4 = after the code correct
report-after-5 = after dem link
report-why-stuck = e hook for one place, e never finish
report-why-declined = dem no gree
report-why-expired = time don pass, dem end by themselves
report-why-cancelled = agent cancel am
report-why-withdrawn = the customer or the network end am
report-share = { $name } { $linked } of { $made }
report-unknown = nobody know
report-no-agent = no agent (again)
report-days = Tell me how many days, 1 to { $most }: /report 30
report-weekly = Your week. To stop am: /report off
report-off = All right, no weekly report again. If you want am back: /report on
report-admins = Na only administrators dey get the weekly report. If you want see the figures of your own links: /report
report-on = All right, every Monday morning I go send you the report of the week before.
picture-report-on = Links for { $networks }, { $from } reach { $until }
picture-report = Links, { $from } reach { $until }
picture-step-made = Made
picture-step-opened = Open
picture-step-agreed = Gree
picture-step-sent = Code go
picture-step-verified = Code correct
picture-step-linked = Linked
picture-step-still = Still linked
picture-linked-a-day = Linked each day, highest
agent-does-report = the numbers of the last days
agent-example-report = /report 30
agent-example-language = /language
agent-example-help = /help
agent-example-agents = /agents
agent-state-open = I don make am, nobody never open am
agent-state-opened = opened
agent-state-agreed = agreed
agent-state-code-sent = code don go
agent-state-stuck = e hook for { $where }: { $why }
agent-state-linked = linked
agent-state-declined = dem no gree
agent-state-expired = e end by itself, for { $where }
agent-state-cancelled = cancelled
agent-state-withdrawn = dem don withdraw am
agent-at-unopened = the start: nobody open am
agent-at-consent = the agreement
agent-at-number = the number
agent-at-network = the network
agent-at-sending = sending the code
agent-at-code = the code
agent-at-summary = the summary

## Agents: what becomes of a link

agent-told-opened = Dem don open { $link }. Next, dem go agree or decline.
agent-told-agreed = { $link }: dem don agree. Next, dem go confirm the line and the network.
agent-told-code-sent = { $link }: the code don go by SMS. Dem go type am for their own chat; no ever ask for am.
agent-told-stuck =
    { $link } hook for { $where }: { $why }.
    Tell dem: "{ $advice }"
agent-told-linked = { $link } don link. Account ID: { $account }
agent-told-declined = { $link }: dem no gree. We no share anything. Abeg respect am.
agent-told-expired = { $link } don end by itself. E stop for { $where }. Type "link" for new one.
agent-told-refused = { $link } no link: { $why }. We no share anything.
agent-told-ended = { $link } no dey linked again: { $why }. { $business } no get right to read that line again.
agent-told-withdrawn = { $link } no dey linked again: the agreement for am don end. { $business } no get right to read that line again.
agent-told-unwanted = { $link }: dem no want message from me, so I no go send dem anything again. We no share anything. Abeg respect am.
agent-told-contested = Another person try use { $link }, wey belong to the first customer. I tell am make e ask you. If your customer no fit enter, type /cancel { $reference }, then make new link with /link.
agent-told-note = Your note: { $note }
agent-told-by-themselves = Dem do am for their own chat, dem no open that link.
agent-told-gone-on = Dem get that link before e end, and dem continue without am.
agent-told-beside = The person wey get the link { $link } don link another line, { $number }. Account ID: { $account }
agent-told-reminder = Nobody never open { $link }, and e go end { $until }. Type /remind { $reference } for the text to forward.

agent-unsent-not-there = { $link }: my message no reach, because that number no dey { $chat }. Forward the text wey I give you another way.
agent-unsent-unwanted = { $link }: I no send dem anything, because dem no want message from me. Abeg respect am: give dem the text only if dem ask you for am.
agent-unsent-withheld = { $link }: my message no reach, because { $chat } dey hold that kind message back from dem for now. Forward the text wey I give you.
agent-unsent-busy = { $link }: my message no reach, because { $chat } no gree take more from us for now. Forward the text wey I give you.
agent-unsent-ours = { $link }: my message no go, because our { $chat } no dey set up well; abeg tell the business. Forward the text wey I give you.
agent-unsent-refused = { $link }: my message no reach, because { $chat } no gree take am. Forward the text wey I give you.
agent-unsent-late = { $link }: my message no fit go in time, so I no send am again. Forward the text wey I give you.
agent-unsent-unknown = { $link }: { $chat } no dey answer, so I no know whether my message reach. Ask dem, or forward the text wey I give you.

agent-why-none = we no know the reason
agent-why-foreign-number = the number no be Nigeria own
agent-why-not-mobile = the number no be mobile number
agent-why-other-number = dem give another number, no be the one wey the link dey for
agent-why-not-served = we never dey support their network
agent-why-not-on-network = the network no know that number
agent-why-network-down = we no fit reach the network now
agent-why-no-code = the network no fit send code for that line
agent-why-no-answer = the network no answer
agent-why-codes-used-up = dem don get all the codes wey dem fit get for now
agent-why-short-wait = dem ask for code just now, the next one fit come in one or two minutes
agent-why-too-many-people = too many codes dey go now
agent-why-wrong-code = the code wey dem type no correct
agent-why-wrong-code-last = the code no correct too many times
agent-why-code-expired = the code don old
agent-why-tries-used-up = dem don try too many codes for that number today
agent-why-link-again = the code correct, but the last step fail
agent-why-our-fault = something no dey right for our side
agent-why-person = dem ask for person
agent-why-not-understood = dem no fit go on: three messages no make sense to the bot
agent-why-cancelled = dem cancel am
agent-why-time = the time don finish
agent-why-too-young = the owner of the line never old reach
agent-why-left = dem block the chat
agent-why-forgotten = dem say make we delete everything about dem
agent-why-opted-out = dem no want messages from me

agent-advice-none = Abeg open the chat and continue from where you stop.
agent-advice-foreign-number = Abeg use the number of Nigeria MTN or Airtel line.
agent-advice-not-mobile = Abeg use the number of MTN or Airtel SIM.
agent-advice-other-number = The link na for one line only. Give me the other number, make I send you new link.
agent-advice-not-served = For now e dey work with MTN or Airtel line. You get one?
agent-advice-not-on-network = Abeg check the number, or choose the other network if you don port.
agent-advice-network-down = The network busy. Abeg try again in few minutes.
agent-advice-no-code = Abeg check the number and the network, and try again.
agent-advice-no-answer = The network slow. Abeg continue for the chat; e go tell you wetin to do.
agent-advice-codes-used-up = Na all for now be that. The chat go tell you when you fit get the next code.
agent-advice-short-wait = Abeg wait one or two minutes, then ask for the code again inside the chat.
agent-advice-too-many-people = Plenty people dey do am now. The chat go tell you when to try again.
agent-advice-wrong-code = Abeg check the newest SMS; na only that code go work.
agent-advice-wrong-code-last = Abeg tap "Send new code", and use the newest SMS.
agent-advice-code-expired = Abeg tap "Send new code", and type am before ten minutes.
agent-advice-tries-used-up = The chat go tell you when you fit try again. Nothing lost.
agent-advice-link-again = Abeg no vex. Choose your network again make another code come.
agent-advice-our-fault = Na our mistake, no be your own. Abeg try again later; nothing lost.
agent-advice-person = I dey here. How I fit help you?
agent-advice-not-understood = Tell me wetin you see for the screen; I go help you.
agent-advice-cancelled = You stop am; no wahala. If you wan continue, write the chat again.
agent-advice-time = The chat close for your safety. To go on, tap the button under the last message, or write "start".
agent-advice-too-young = I dey sorry, we no fit share this line: the owner never old reach.
agent-advice-left = You don block the chat. If you still want am, unblock am and write "start".
agent-advice-forgotten = We don delete everything, as you talk. If you wan start again, I go send you new link.
agent-advice-opted-out = No message go reach you again, as you talk. If you wan start again, I go send you new link.

## Agents: who is one

agent-nobody = Dem never make anybody agent. Type /invite and one name.
agent-nameless = You be administrator, and you go dey this list once you get name: /name and wetin customers go read.
agent-agents =
    { $count ->
        [one] 1 agent
       *[other] { $count } agents
    }:
    { $rows }
agent-agent = { $name }{ $admin ->
    [no] {""}
   *[yes] {" "}(administrator)
}, since { $since_date }
agent-invited = Forward the next message to { $name }. E go make one person agent, one time.
agent-invite =
    { $business } dey invite you, { $name }, make you be agent. Before { $until_time } on { $until_date }, from your own phone, write this one to me{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }:
    /join { $code }
agent-name-refused = Customers go think say { $name } na network or business. Give person own name, like Ada Obi.
agent-name-too-long = That name too long: { $most } letters at most, like Ada Obi.
agent-invite-open =
    For { $name }, for your own phone. Tap one of these:
    { $links }
agent-new-phone = { $name } be agent already. Forward the next message go { $name } new phone: the name and the links go move there, and the old phone no be agent own again. E go work one time.
agent-moved-you = Your agent work dey continue from another phone now. If no be you, tell { $support } sharp sharp.
agent-pending = Dem don invite, never join: { $names }. To take invitation back, type /remove and the name.
agent-revoked = The invitation for { $name } no dey work again.
agent-handed-none = No link dey to hand over.
agent-handed-all-from-you = All your links dey with { $name } now. You no go hear about dem again.
agent-handed-all = { $count ->
    [one] 1 link
   *[other] { $count } links
} dey with { $name } now.
agent-handed-all-you = { $count ->
    [one] 1 link na
   *[other] { $count } links na
} your own now. Type /links make you see dem. From now I go tell you how dem dey go.
agent-alarm-codes = { $name } don type wetin be like customer code many times today. I no read any. Ask { $name } why: nobody suppose ask customer for code. /remove go end the work.
agent-alarm-provider = Linking no dey work: the service wey dey read the lines no gree our key or our account. Nobody go get code until the operator repair am; "telcolink doctor" go talk wetin do am.
agent-alarm-channel = { $channel } no dey take message from me now, or I no dey hear anything from there. Customers dey wait. The operator fit see why with "telcolink doctor".
agent-joined = { $name } don be agent.
agent-join-refused = That code no work: dem don use am, e don old, or one letter no correct. Ask for new one.
agent-join-already = You be agent already.
agent-join-has-lines = Line don link for this chat, so na customer chat. Be agent from another phone, or type "unlink" first.
agent-limit-joins-per-contact-hour = Dem don try too many codes for here. You fit try again { $again }, in { $wait }.
agent-removed = { $name } no be agent again. { $count ->
    [0] No open link dey.
    [one] 1 open link don end.
   *[other] { $count } open links don end.
}
agent-removed-you = You no be { $business } agent again.{ $count ->
    [0] {""}
    [one] {" "}Your open link don end.
   *[other] {" "}Your { $count } open links don end.
}
agent-remove-admin = { $name } na administrator. Only the operator fit change that one, for the settings.
agent-lapsed = { $name } never write me for { $days ->
    [one] 1 day
   *[other] { $days } days
}, so e no be agent again. { $count ->
    [0] No open link dey.
    [one] 1 open link don end.
   *[other] { $count } open links don end.
} News of their links go dey come to you now. To bring am back: /invite { $name }
agent-idle-soon = E don tey wey you write me. From { $until_date } you no go be { $business } agent again. To remain, write me anything before then, like /links.
agent-lapsed-you = E don tey well well wey you write me, so you no be { $business } agent again.{ $count ->
    [0] {""}
    [one] {" "}Your open link don end.
   *[other] {" "}Your { $count } open links don end.
} To come back, ask your administrator for invitation.
button-link-remind = Remind
    .words = remind, remind again, text again, send again
button-link-status = Status
    .words = status, link status
button-link-cancel = Cancel link
    .words = cancel link, cancel this link, end link
button-any-number = Any number
    .words = any number, any one, no number
button-skip = Skip
    .words = skip, no, leave am, i no know, i no sure

## Answers to what people ask, at any step

answer-free = Na free: { $business } no go charge you, me too no go charge you, and the SMS wey carry the code no cost you anything.
answer-money = I no fit move money or airtime, and I no fit reach any bank account. { $business } fit only read wetin you gree for.
answer-calls = No. Nobody go see or hear your calls, messages, contacts or chats: na only wetin you gree for.
answer-why-number = The network sabi line by the number: na there dem go send the code, so that na only you fit gree for am. { $business } go use am only for { $purpose }.
answer-who-sees = Na only { $business }, na only wetin you gree for, and na only for { $purpose }. E dey pass through the service wey dey read the networks for them, and nobody go sell am. Type "unlink" anytime to stop am.
answer-who-sees-none = Nobody for now: no line dey linked for here. If you gree link one, na only { $business } go see wetin you gree for, and na only for { $purpose }.
answer-own-choice = Na you go choose, no be by force. If you no gree, we no share anything; how that one go be for { $purpose }, { $support } fit tell you. If you gree, you fit stop anytime: type "unlink".
answer-own-choice-linked = Na you go choose. Type "unlink" anytime, and { $business } no fit read your line again. You fit link am again when you want.
answer-why-details = { $business } go look am only for { $purpose }. Na you go choose: if you no want share everything, type "choose".
answer-why-birth = { $business } dey use am know who get this line{ $adult ->
    [0] {""}
   *[other] , and say the person don reach { $adult } years
}. If you no want share am, type "choose".
answer-next-linked = Your line don link and { $business } know: you no need do anything again for here. For { $purpose }, ask dem: { $support }.
answer-what-seen = If you gree, { $business } go see only { reads }. { seen-kinds } If you no want share everything, type "choose".
answer-what-seen-none = Nothing for now: no line dey linked for here. { $agreed ->
    [yes] Once one link
   *[no] If you gree link one
}, { $business } go see only { reads }. { seen-kinds }
answer-name = Na the name and birthday wey your network get for this line be that, as dem register am. I no fit change am: na your network fit, if you carry your ID go ask dem.
answer-line-unchanged = No. I no fit block your line, swap your SIM or change anything for am. { $business } fit only read wetin you gree for.
answer-robot = I be computer program of { $business }, I no be person. Person dey one tap away.
answer-cannot-read = Na only write I fit write. For help with voice: { $support }. Dem no ever need your code.
answer-before = No. Nobody fit read anything before you don gree and type the code wey your network send you.
answer-others-line-linked = The line wey don link for here no be your own? Then type "unlink": na only the owner fit share am. To link your own line, type "link another".
answer-pin = Nobody need PIN, password or bank card for here. No tell anybody, and no type am here. You don give am out? Call your bank now.
answer-others-line = Only your own line, abeg: who get line, na that person go agree for am for their own chat. E still be your own? Then type only the number.
answer-former-owner = E fit be say another person get the number before, and the network record fit still show that person: na only the network fit correct am. If the line be your own now, you fit share am. If the name wey I show for am no be your own, type "not my name" that time. Or talk to person.
answer-others-line-link = Only your own line, abeg: who get line go gree for am for their own chat. This link na for { $number } only. If e no be your own, type "cancel", then ask your agent for link for your own.
answer-others-line-code = Only your own line, abeg: who get line, na that person go agree for am for their own chat. If this one no be your own, no type any code: tap "Change number", or type "cancel". E still be your own? Then type the code.
answer-loan = Na only the line I know, I no know the loan: na { $business } go talk wetin you fit get, and when. Ask dem: { $support }.
answer-loan-ending = Na only the line I know, I no know the loan. To end loan, or to take application back, ask { $business }: { $support }.
answer-how-long = To link am go take like two minutes. { $business } fit read the line for up to { $months ->
        [one] 1 month
       *[other] { $months } months
    }, or until you type "unlink".
answer-next = Once the line link, I go tell { $business } sharp sharp, and you no need do anything again for here. For { $purpose }, ask dem: { $support }.
answer-code-asked = No give anybody the code: no be for phone, no be to agent, no be to { $business }. Type am for here only, and only if na you start this thing. You don give am out? Type "cancel" for here, and tell { $support }.
answer-code-asked-early = No give anybody any code: no be for phone, no be to agent, no be to { $business }, and no type am here: I no dey wait for any code now. You don give one out? { $begun ->
    [yes] Type "cancel" for here, and tell
   *[no] Tell
} { $support }.
answer-code-asked-linked = No give anybody the code: no be for phone, no be to agent, no be to { $business }. You don give am out? Your line dey linked for here: type "unlink" make e end, and tell { $support }.
answer-code-use = The code dey show say the line dey your hand, and e go let { $business } read only wetin you gree for: e no fit move money. Na only this chat dey ask for am, and nobody else need am.
answer-no-code = I no dey wait for any code now, and old code no go work. The network go send new one after you don give your number and network for here.
answer-no-code-linked = Your line don link: no other code dey needed. Somebody dey ask you for one? No give anybody.
answer-phone-lost = Tell { $support } now now: dem fit end am for you. If line dey linked for here, type "unlink" make you stop to share am. Tell your network make dem block the SIM. No give anybody any code.
answer-who-linked = No line dey linked for this chat now. Dem link your own without you? Tell { $support }: dem fit end am for you. No give anybody any code.
who-linked-line = { $network } { $number } link for this chat, with code wey come by SMS to am. The agreement na of { $at_date }, { $at_time }, receipt { $reference }{ $link_given ->
    [no] {""}
   *[yes] , by link { $link }
}.
who-linked-stop = No be you? Type "unlink" make e end, and tell { $support }.
answer-why-network = Na the network wey you choose go send code by SMS to your line, so e must be the one wey the line dey now; if e no know the line, you go choose again. Nothing go link before you don type that code for here.
answer-sms-to-come = The code go come by SMS to the line, once I don get the number and the network. You go type am for here.
answer-endings = If you type "unlink", e go end the sharing of a line: { $business } no get right to read am again, for any chat, and I go delete wetin I keep of am. "delete" go do that one for every line for here, and delete every other thing wey I keep of you. The note say you agree, and when you stop, go remain as proof. I go ask you before any of the two.
answer-delete-message = Hold your finger for that message until e mark, then tap the bin or "Delete". E go clear am from this chat, and e no end anything.
answer-receipt = Receipt na your proof: wetin you let { $business } read, wetin e dey for and until when. Keep am. To know if one na real and e still hold, type "receipt": I go show wetin dey our record.
answer-refusing = Then no type am. Without the code no line go link and nobody go read anything. If you wan stop here, type "cancel".
answer-words-differ = Then stop: e fit be say this link no come from your agent. If dem ask make you agree, tap "I no gree"; if line don link already, type "unlink". No give anybody any code, and tell { $support }.
answer-languages = No vex, I never sabi that language. I sabi { $languages }; type the one wey you want.

## Short words back

reply-thanks = You welcome.
reply-greeting = How you dey!
reply-ok = No wahala.
reply-later = No wahala. Write me for here when you ready.
reply-wait = Take your time.

## Asked back, because it must not be guessed

ask-back-agree = If you gree, tap the button or type: I gree
ask-back-allow = If you wan allow am, tap the button or type: yes
ask-back-leave-out = If you wan make I leave am out, tap the button or type: no
ask-back-decline = If you no want am, tap the button or type: no thanks
ask-back-confirm = To stop to share am, tap the button or type: yes, do am
ask-back-cancel = If you wan stop here, type: cancel
ask-back-opt-out = If you no want make I write you again, type: unsubscribe
ask-back-networks = Abeg tell me the network wey the line dey now: MTN or Airtel. Where e dey before no count.
ask-back-hide = Make I hide that one from { $business }, abi make I show you am now?
ask-back-two = I hear two things. Abeg tell me which one first.
which-number = I see pass one number. Which one be the line?
is-this-the-line = { $number } na your own line, the one wey you wan link? Then tap am. If no be am, type the number of your line.
which-code = I see pass one number, and I no use any: you no lose any try. Abeg type only the code.
code-doubtful = I no use that number: e fit be another code, or old one. You no lose any try. Na the newest SMS for this line bring am? Then type am alone. Code wey your bank or any app send, no give am to anybody for here.
code-told = I never use that code. Na you read am by yourself, for the SMS wey come { $number }? Then type only the code. Na person tell you the code? No use am.
code-beside = I no use that code, because you write another thing join am. You no lose any try. To continue, type only the code. To stop, type "cancel".
identity-not-needed = Nobody need BVN or NIN for here. Abeg no send am to anybody for chat.

## What people say when they write sentences, and what it means

heard-courtesies =
    .words = abeg, abegi, ejoor, ejo, biko, jare, sha, oga, o, oo, oga mi, una, mumsi, alhaji
heard-around =
    .words = na, nao, nau, am, be, dey, now, sef, shey, well, sharp, today, for, here, make, like, that, e
# Said of what was so before and may not be so now.
heard-formerly =
    .words = before
heard-agent-joins =
    .words = come
heard-before-sending =
    .words = dey, wan, go, make, una, dem, fit, e
reserved-names =
    .words = oga bank
heard-other-codes =
    .words =
        expire, spoil
heard-other-figures =
    .words = akant, kad
heard-code-questions =
    .words = hu
heard-code-stories =
    .words = broda, sista, pikin
heard-code-tellers =
    .words = dem, pesin
heard-code-telling =
    .words = talk, tok
heard-code-people =
    .words = pesin
heard-code-sending =
    .words = carry
heard-sms-warnings =
    .words = shia
heard-code-warnings =
    .words = vex
heard-code-untouched =
    .words = yus
heard-code-denials =
    .words = go, gree, work, fit, wan, want, trust, sure, sabi, know
heard-number-stories =
    .words = loss, talk
heard-around-whose =
    .words = na, be, get, e, dey, own
heard-network-stories =
    .words =
        chop,
        tief, thief, steal, moni, beta, betta,
        throway, spoil, loss
heard-network-verbs =
    .words = go, fit, dey
heard-network-deeds =
    .words = gree, enter
heard-wondering =
    .words = abi, shey, shebi, sebi, nko, weda
heard-question-ends =
    .words = ba
heard-question-openings =
    .words = oya
heard-asking-verbs =
    .words = fit
heard-asked-of =
    .words = e, dem
heard-judgements =
    .words = beta, betta
heard-negations =
    .words = no, nor, neva, never, noo
heard-digits =
    .words = ziro: 0, wan: 1, tu: 2, tri: 3, tree: 3, foh: 4, faif: 5, siks: 6, sevun: 7, eit: 8, nain: 9
heard-before-figures =
    .words = na, be, e
heard-respellings =
    .words =
        nor: no, neva: never, dey: dey, deh: dey, don: don, wan: wan, wetin: wetin, wetyn: wetin, watin: wetin,
        wia: where, epp: help, ep: help, sabe: sabi, com: come, cum: come, commot: comot, komot: comot, gri: gree,
        fyt: fit, ehn: ok, ehen: ok, tok: talk, naw: now, dem: dem, pesin: person, pipol: people, pipo: people,
        moni: money, hia: here, sey: say
heard-cardinals =
    .words = tree: 3, wan: 1, tu: 2, tri: 3
heard-ordinals =
    .words = fest: 1, sekond: 2
heard-articles =
    .words = di
heard-before-a-place =
    .words = di, na, be
heard-place-names =
    .words = own
heard-ordinary =
    .words =
        chop, carry, come, done, sabi, small, since, still, street, tanda, their, there, these, those, thing, water,
        where, which, white

heard-agree =
    .words = i go|don? gree, i gree, i dey agree
answer-words-agree =
    .words =
        yes i go|don|dey? gree|agree, i go? gree|agree for|with? am?, i don gree|agree, gree, we don gree,
        i gree make you|dem|they? see|read|check am, i accept am, i gree well, i gree sharp, yes i don gree,
        i gree with am, i gree for am, yes now, na so, oya yes, yes na, i dey agree, i go gree, i gree all, yes sah,
        i gree kpatakpata|die|sharp|well|all|totally?, i don accept am?, e ok i gree, yes go ahead, oya i gree,
        i don agree, na yes, yes i gree make you|they|dem see am?, i accept am|it, yes make you|dem? see|check am,
        i don gree for am, i gree make you go ahead, i don gree una, na yes i talk,
        yes i gree make una check|see|read am, i gree make you check|see|read am
heard-decline =
    .words =
        no wan|want continue, i no go|dey|fit? gree|agree|accept, i no want share|do|give|link, i no dey interested,
        i no go do am,
        i no want|need ~ loan|money,
        i no fit|go|wan give|share|send ~ details|data|number|information
answer-words-decline =
    .words =
        i no go|dey|fit|gree? gree|agree|do|want? am?, i no want am?, i no wan continue|do am?, i no do again|am?,
        no gree, i no dey interested|do|want am?, lai lai, no be now, mba no?, no way, i no fit gree|do am?,
        i no go gree, comot for here, no nah, i go do am later, no i no gree, no i no want am?, no be me,
        i no want wahala|problem|trouble, e no concern me, no need, carry your? thing go, i no fit am?, i no fit do am?,
        leave me i no do|want|gree, i no get time, leave me, i no like am|this one?, i no dey do again?, no no, no do,
        no want, no vex i no do|want|gree, i no go fit do|share|am?,
        i no want make you|dem? see|read|check my things|data|details, i no fit, no i no dey do, leave am, leave it,
        i no gree|want|do|agree comot,
        no vex i no wan do|share|gree|link?
heard-naming-identity =
    .words = surname
heard-naming-balances =
    .words = bal
heard-naming-transactions =
    .words = transact
heard-leaving-the-rest =
    .words = nahin, remain
heard-choose =
    .words =
        comot balance|balances|transactions|transaction|name, no put|add|include|join ~
        balance|balances|transactions|transaction|history|name|identity,
        hide ~ plus|join my? balance|transactions|name|history,
        no ~ show|share|read ~ and|or my? balance|balances|transactions|transaction|history|name|identity,
        no show|share my balance|transactions|name, hide my balance|transactions|name,
        no show|share|give|let|allow ~ balance|transactions|history|name, stop to show|share|read|check ~
        balance|transactions|name, comot|remove my balance|transactions|name, no be my balance|transactions,
        dem no see|read|check ~ balance|transactions|name,
        no make|let dem|una|e see am, make dem|una|e no see am,
        no want|wan ~ see|check|read|know ~ balance|balances|transactions|transaction|history|airtime|data, make
        you|dem|they|nobody|anybody? no see|check|read|know ~
        balance|balances|transactions|transaction|history|airtime|data, no check|read ~
        balance|balances|transactions|transaction|history|airtime|data, no wan make ~ see|check|read|know ~
        balance|balances|transactions|transaction|history|airtime|data,
        dem no see|read|check my money|balance|transactions ~,
        no show|share|give ~ birthday|birth|birthdate|dob|age, comot|remove my birthday|birth|age,
        no want|wan ~ see|know|read|show|share ~ birthday|birth|birthdate|dob|age|name,
        make you|dem|they|nobody|anybody? no see|know|read ~ birthday|birth|birthdate|dob|age,
        make i no share|show|give ~ birthday|birth|birthdate|dob|age|name|identity|balance|transactions again?,
        i? no want|wan share|show|give my? balance|balances|transactions|history|name|birthday again?
answer-words-choose =
    .words = na only my? balance|transactions|name
heard-proof =
    .words =
        wetin be ~ words, which words, thief|steal|chop ~ money, na ~ 419|scam|fraud|yahoo|ole|thief|lie|wuruwuru|real|true|fake,
        hope ~ 419|scam|yahoo|fraud|thief, no ~ 419|scam|fraud,
        how i go|take ~ know|sure|trust ~ true|thief|scam|you|real|fraud|safe|419, how i take|go ~ trust,
        who you|be|this be|this?, be who, who be this|you|that, no trust, i no trust you|una?, i fit trust, fit i trust,
        e dey? safe so?, be yahoo|fraud|thief|scam|419|ole, which|wetin ~ company ~ be|name?, company name,
        be|dey genuine|fake|real, wan scam|dupe|rob|thief|yahoo|cheat ~ me?, scam me, this one be? scam|fraud,
        be yahoo boys, yahoo boys, no believe, go believe, scam, dey fear, fear you, which people, who send you|dem,
        how you|dem ~ get|sabi|know my number|line|name, how take ~ get|sabi|know my number|line|name, who give you|dem my, be mtn|airtel ~ this|you, you be mtn|airtel|real|thief, na mtn|airtel be this, thief, ole,
        yahoo, wayo, dem don scam, wuruwuru, cunny, ritual, who send, who give ~ my number, wan trust, take trust,
        your? name be wetin, na wetin be ~ name, wetin be ~ name,
        i no ask|apply|request|beg for ~ loan|money|anything|am|this, i never ask|apply|request ~
        loan|money|anything|am, why i go trust|believe|gree, i no sabi|know this|that|the|your
        agent|company|business|people|person|man|woman|lady,
        why you|dem|they? dey? send me|us the|this? code|sms|message,
        na mtn|airtel dey talk|chat|write|send, who give ~ my
        number|line|details, report you|am|dem ~ police|efcc, barawo, i go report,
        dey suspect, fear dey catch, i dey suspect|doubt you|una?, dem don scam|dupe|cheat|rob me before, dem scam|dupe|cheat me before, i don chop|collect|see scam before,
        no go give|tell|send|type|put|show you? the|my|this? code, no trust you|this|the? thing|code?,
        i fear, which bank|company be this|you
answer-words-proof =
    .words =
        na true, na real, na 419, na scam, na fraud, na lie, e safe, who you be, who be this, yahoo, 419, who send you,
        who send
heard-new-code =
    .words =
        code|sms|message|otp|e|am never|no dey|gree? come|enter|reach|show|send ~ me|phone?,
        nothing|notin come|enter|dey, no|never fit|dey? see|receive|get|find ~ code|sms|message,
        no|never fit? see|receive|get|find am|anything|code, send|bring|give ~ another|new|fresh code|one|sms,
        send am again, send ~ again, resend am, code don expire|old|die|spoil, don delete ~ code|sms|message,
        where|wey ~ code|sms|message, dey|still wait ~ for|code ~ code|sms?, wait for ~ code|sms,
        dem|they never|no send ~ am|code|sms|message, never|no send ~ am|code|sms, need|want|wan new|another code,
        network never|no send ~ code, never|no drop|enter|show|come|reach|see, dey drop,
        nothing dey? come|enter|drop|show, no message|sms|code, dey wait since|for|tey, don send am|it, you send am,
        code|e no dey? work|gree, code no correct, don expire|old, one more time, send am ~ again|time,
        mistakenly delete, delete am|it, no send|see am, dem no send, when ~ code ~ come, nothing don come|enter|drop,
        code|sms|message|e never|no land
answer-words-new-code =
    .words =
        i no see, i never see, i no see am, i never get am, never come, no come, e never come, e no come, e never enter,
        e no enter, nothing come|enter|dey, send am again, resend am, another one, new one, you don send am,
        you send am, i no see anything, no show, never drop, never enter, send am, nothing don come,
        never come reach now, e never come reach now
heard-no-code =
    .words =
        code|sms|otp never|no dey|gree? come|enter|reach|show|send ~ me|phone?, where|wey ~ code|sms|otp,
        no|never fit? dey? see|receive|get|find ~ code|sms|otp, send|bring|give ~ another|new|fresh code|otp,
        code|otp don expire, code|otp ~ no correct|work, code|otp no dey? work|correct,
        dem|they never|no send ~ code|sms|otp, network never|no send ~ code,
        dey wait ~ for ~ code|sms|otp, when ~ code|otp ~ come,
        code|sms|otp never|no land
answer-words-no-code =
    .words = resend am, send another one, send am again
heard-change-number =
    .words =
        change ~ number|network, na wrong number, number no ~ correct|good|be|right, wrong number,
        put|type|write ~ wrong number, no be my|the number|line, number no be my|mine, make i change ~ number|am,
        mistake ~ number, use|put another|other number|line, number wrong, no get|dey that|the|use|with ~ sim|line,
        sim|line ~ don lost|loss|spoil|block|miss, mistake i put, number no be my own, old number,
        number|sim|line ~ no dey, no get ~ sim|line|number again|anymore, sim|number|line dey ~ hand|brother|house|wife, second|another|other number|line|sim,
        change am, number wey i give,
        no be my own
answer-words-change-number =
    .words = i make mistake, na mistake, change am, na wrong number, no be my number
heard-back =
    .words = carry|take me ~ back, go back, make we|i go back
heard-own-number =
    .words =
        number|one|line wey? i dey use|chat|write, na this|same|my number|one|line, use|link this number|one|line,
        number wey dey this phone, one wey dey this phone, number wey i dey use
answer-words-own-number =
    .words =
        na this number|one|line be am|it|that?, na this one, na my number be this|that?, my own, na my own,
        na the same number?, this number i dey use, na this number i dey use, this number wey i dey use,
        na the number wey i dey use, yes na this number|one, na am, use this one, na so, na it, yes na,
        na my own line|number|sim, na my line|sim
heard-resume =
    .words =
        make we|i continue|go|finish|complete ~ am|on?, i wan|want continue|finish|complete ~ am?, oya continue,
        i don ready|come|dey ready, make we go on, continue am, from where ~ stop, make we do am, oya make we, don free,
        i don dey ready, make we start from
answer-words-resume =
    .words =
        oya, oya na, oya continue, continue, i don ready|come|back, i don come back, make we go, na so, yes na, ready,
        no wahala, i dey ready, make we do am, oya make we do am, i don free now?, make we start from where we stop,
        yes make we continue|go, i don dey ready, make we finish am, i free now, yes make we start|continue|go,
        yes make i continue, make we continue am,
        network don come|better|dey back|now?, i don see|find|get my|the sim|phone, my phone don charge
heard-begin =
    .words =
        make we|i start|begin|try ~ again|am?, i wan|want start|begin|try ~ again|am?, oya start|begin, start again,
        i wan|want link ~ line|number, link ~ line|number, wan|want do am ~ again|now?, make i do am, make we do am,
        how i go take start|begin, don change mind
answer-words-begin =
    .words =
        start am, oya, oya start, make we start, i wan start, start, make i do am now?, make we do am,
        oya make we do am, i wan do am again|now?, how i go take start|begin, i don change mind i wan|want do am,
        i don change mind,
        make we continue, i wan continue,
        i don ready, i don change my? mind, link am again, link me again|back
heard-help =
    .words =
        help me, need help, fit help, no|not dey? understand|sabi, no understand,
        no sabi ~ do|number|network|thing|which?, no know ~ do|number|network|which|am|wetin?, no sure,
        wetin be this|that|all, wetin i go|fit|suppose do, how i go ~ do am?,
        how i go take ~ do|know ~ my number|network|am, explain ~ am|me|this, how e|this ~ work|be,
        how this thing dey work, e ~ confuse ~ me, dey confuse|confused, wetin you mean|talk|dey, no get wetin,
        wetin dey happen, wetin ~ talk|mean|dey talk, e no clear, no clear, show|teach|tell me how, forget ~ number,
        don forget ~ number|network, which number ~ want?, how ~ dey do am, which one i go, guide me, put me through,
        teach me, tell me wetin, wetin ~ want, wetin ~ make i do|type|write|send, no ~ get am, e hard, how e take,
        no see road, which thing be this, wetin i go ~ do|type|write, i no get am, which kind thing, how i go take,
        no sabi|know ~ my number, no know my number, how i go ~ put|do|type am, show me, thing ~ hard, hard me,
        wetin dey do|sell, na which one|network, which one|network be|is|dey mine|my|me, which one i dey use,
        code|sms|message don come|enter|land, e don come|enter|land, i don get|receive am|code|the|new code?, make i send|type|put am|code here?,
        where i go send|type|put am, send am go,
        how i go|take continue, how i go take continue,
        sim|line no dey inside|for this|my|the phone|handset, sim|line no dey with me|here, sim|line no dey my|this phone|handset
answer-words-help =
    .words =
        how, how e be, how i go do am, wetin, i no know, i no know am, i no sabi, i no sure, i no understand,
        wetin be this, eh, help me, wetin you want, e hard me, i no see road, how e take work, which thing be this,
        battery don die, my? phone don off|die, network no gree|dey|good for? here?, my phone no get network,
        network dey do me somehow, my? sms no dey work, send am to|for|on my? email|mail|whatsap,
        my|the? sim dey inside? another|my? other? phone, my @kin dey with my|the phone, my|the phone no dey with me,
        i fit send|type|put am for? here, wetin you fit do
heard-person =
    .words =
        balance no correct|right, balance no be so, no be my balance,

        talk|yarn|speak|follow|need|connect|want|give ~ person|somebody|human|agent|manager|customer|people,
        want|wan|go|fit|make|can i? see|meet|get ~ person|somebody|human|agent|manager|customer|people,
        make i talk, make person|somebody|you|dem|they|agent ~ call ~ me?, should|please call|flash me, customer care,
        i wan|want|need complain, who i go|fit call|meet|ask|see, follow person talk, talk ~ oga,
        make i talk ~ person|somebody|oga, make call me, see ~ people|oga, where ~ office, see you people|oga,
        talk to you people, drop ~ number, send person, person attend, attend to me, human being, make person|somebody,
        people number, person ~ put me through, see somebody|person, i need person, where ~ office ~ dey,
        office dey where, see ~ oga, talk to ~ people, wan|want see ~ oga, see oga, call my phone|line|number,
        give me ~ number, see your? oga|people|manager, wan|want see you|una? oga,
        yan ~ person|somebody|human|agent|people, no dey help me, nobody dey answer|reply|attend|help me?,
        i fit call|phone|ring you|somebody|anybody|person|office|una, fit i call|phone|ring you|somebody|anybody|person|office
answer-words-person =
    .words = person, somebody, oga, call me, oga, i wan|want see oga
heard-language =
    .words =
        which language, change ~ language, another language, language ~ speak|sabi|dey, no dey?
        hear|sabi|understand|speak ~ english|oyibo,
        i no dey? hear|sabi|understand|speak ~ english|oyibo
heard-en =
    .words = use|speak|talk|to|for|want ~ english
heard-pcm =
    .words = use|speak|talk|yarn|sabi|for|hear ~ pidgin|broken|pigin
answer-words-en =
    .words = english, na english
answer-words-pcm =
    .words = pidgin, broken, naija, na pidgin, pidgin english
heard-balance =
    .words =
        how much|many ~ dey|remain|get|left ~ line|sim|phone|number,
        how much ~ data|airtime|credit ~ get|remain|dey|left, how much data|airtime|credit,
        data|airtime|credit remain ~ much, show me wetin remain, how much remain, wetin ~ remain|dey ~ line|sim|phone, wetin remain for,
        see|show|check|know ~ balance, my balance, check balance, how much dey ~ inside|line|sim,
        my data ~ finish|remain|dey, inside my line, how much airtime|data|mb|gb|credit, my airtime ~ remain|finish
answer-words-balance =
    .words =
        how much|many money i|wey get|dey|remain for? inside? my? line|phone|sim?, how much|many money dey|remain for? inside? my? line|phone|sim?, how much be my money|credit,
        i? wan|want|fit|make i? see|check|know my? credit|airtime|money, my money how much,
        how much remain, how much dey, how much i get, wetin dey, my balance, how much dey inside, my data don finish,
        check am how much remain
heard-transactions =
    .words =
        show me wetin i don? buy|load|recharge|use, wetin i don buy|load|recharge, wetin i buy,
        wetin|how i ~ recharge, how many times i recharge, show|see|check ~ transactions|history, my history,
        recharge history, everything wey i ~ buy|recharge|load, wey i ~ buy|recharge|load, recharge history|record,
        wetin enter|comot my|line|inside
answer-words-transactions =
    .words = my history, wetin i recharge
heard-statement =
    .words = show|see|check|send|give|want|wan ~ statement, my statement, statement for|of, as file
answer-words-statement =
    .words = my statement, dat file
heard-phone-lost =
    .words =
        steal|thief|tief|snatch|collect my phone|handset|sim, phone|handset don loss|lost|miss|go,
        don loss|lost|lose|miss my phone|sim|handset,
        dem rob me, dem don? rob, person|dem|somebody don? link my line|number|sim, no be me link, i no link ~
        line|number|am|anything, thief|tief don? collect,
        sim don loss|lost|lose|miss,
        thief|somebody|person|dem don carry|snatch|steal my? phone|sim|handset,
        block my line|sim|phone, i never link ~ line|number|am, no be me do am|link,
        no be me gree|agree|accept, no be me wey gree|agree|accept|link|do, i no be the? person|one|pesin wey gree|agree|accept|link|do,
        link|add|connect|register ~ without my permission|consent|agreement|knowledge
heard-who-linked =
    .words =
        who link|add|connect|register my? line|number|sim|am|me|this, na who link my? line|number|am,
        when i|you|dem link my? line|number|am, when dem|you link
        block my line|sim|phone, i never link ~ line|number|am, no be me do am|link
heard-refusing =
    .words =
        make i no send|type|put|drop|do am|it|code, i no go send|type|put|drop|give am|it,
        say make i no send|type|put|drop|do|continue ~ am|it|code|again, i no dey send|type|put am|it|code
heard-words-differ =
    .words = words ~ no ~ same|match|correct, words no be so, words ~ different, another words
heard-months =
    .words =
        january|jan, february|feb, march|mar, april|apr, may, june|jun, july|jul, august|aug, september|sept|sep,
        october|oct, november|nov, december|dec
# Names of months that are other words too.
heard-doubtful-months =
    .words = may, march, mar
heard-today =
    .words = today, dis day
heard-yesterday =
    .words = yesterday
heard-weekdays =
    .words = monday, tuesday|tues|tue, wednesday|weds, thursday|thurs|thur|thu, friday|fri, saturday, sunday
heard-this-week =
    .words = dis week
heard-last-week =
    .words = last week, week wey pass
heard-this-month =
    .words = dis month
heard-last-month =
    .words = month wey pass, month wey don pass
heard-to-come =
    .words = next tomorrow, week wey dey come, month wey dey come, year wey dey come
heard-this-year =
    .words = dis year
heard-last-year =
    .words = year wey pass, year wey don pass
heard-last =
    .words = last
heard-units =
    .words = day:day, days:day, week:week, weeks:week, month:month, months:month, year:year, years:year
heard-money-in =
    .words = wey enter, wetin enter, money wey enter
heard-money-out =
    .words = wey comot, wey commot, wetin comot, money wey comot
# What may stand around a month or a span, and says nothing by itself.
heard-around-time =
    .words = from, reach, go reach, and, of, for, inside, the, my, dat, abeg, only, all
heard-usage =
    .words =
        show|tell|see|check ~ where|how|wetin my airtime|data|credit ~ go|finish, wetin ~ i don use|spend|chop, wetin i use|spend|chop ~ month|week|today, wan|want see|know|check wetin i ~ use|spend|chop, how much i ~ use|spend|spent|used|chop, how i take use, i borrow ~
        airtime|data|credit, how much i ~ borrow|owe
answer-words-usage =
    .words = wetin i spend|chop|use for data|airtime,
        wetin i use, wetin i don use
answer-words-link-another =
    .words =
        i fit add my airtel|mtn line|number?
heard-accounts =
    .words =
        which line|lines|number i|don ~ link, show|see ~ lines, lines wey i,
        my line don link|comot|unlink, still dey see my line,
        i still dey? link|linked|connected, dem|you|kudi don unlink|comot|disconnect me|am|my? line|number?
heard-receipt =
    .words = show|give|want|wan|need ~ receipt, wetin i gree|agree ~ for?,
        paper wey i sign, wetin i sign
heard-privacy =
    .words =
        wetin ~ do|use ~ my data|details, data|details ~ safe, keep ~ data|details ~ safe|well, my data dey safe
heard-link-another =
    .words =
        add|link ~ another|other|second|new line|number|sim, add|link my? airtel|mtn line|number,
        link another line|number, link my other line|number, link|add|connect my? other|second|new airtel|mtn line|number|sim?
heard-unlink =
    .words =
        comot|commot|remove|cut|disconnect|unlink ~ line|number|sim, i want|wan comot|unlink, unlink me,
        trick|deceive|force|dupe|cheat me, no want|do|gree ~ again|anymore, no share ~ again, no wan share|do ~ again,
        stop to share, wan|want stop am|it|to, no see my line again, no ~ see ~ line again, no sign for,
        how i go ~ comot|unlink, comot me, no want am again, no wan ~ again, no want ~ see ~ data|line|number|details,
        wan|want disconnect|comot|leave, leave my line|number, tire|tired ~ comot|stop, cheat me, don cheat me,
        no do this thing again, cancel my line|number, make ~ comot|leave ~ line|number, comot my name,
        no want make you|dem|they|una? see,
        make dem|una|them stop, i no use ~ line|number|sim again, i don sell ~
        line|sim|number, tell dem make dem stop,
        comot|remove ~ number|name|me for|from ~ list,
        no look|check|read ~ my line|number|sim again, no get ~ sim|line|number again|anymore
answer-words-unlink =
    .words =
        comot, comot am, comot me, cut am, stop am, i no want again, i no want am again, i no do again, i no gree again|anymore,
        i no wan share again, i no wan again, i wan disconnect, i wan comot hand, i wan leave, i don tire,
        make you leave my line,
        i no dey do again, i no do again, i no agree again, i never gree|agree, comot, comot all, no be me link am, i no link am
heard-delete =
    .words =
        delete|clean|wipe|clear|comot|erase ~ data|everything|all|details|history, forget me, clear|clean am,
        delete ~ things, comot all, wipe am
answer-words-delete =
    .words =
        clear everything, comot everything, delete am, clear am, wipe everything, wipe am all?, delete all my things,
        clear all
heard-cancel =
    .words =
        cancel am|this|that|everything, wan|want|make|fit cancel|stop|end ~ am?, go cancel|stop|end am|this, make we cancel|stop am?,
        don change ~ mind, stop this thing
answer-words-cancel =
    .words =
        comot, comot me, comot am, leave am, stop am, stop this thing, cancel am, forget am, i no do again,
        i no want again, i no wan do again|am?, i don change mind, i change mind, no do again, end am, i don tire,
        i don tire stop am, comot me for here, make we stop, make you stop, i no wan|want continue again|am?,
        no continue again, i don change my? mind, i have change my? mind
heard-keep =
    .words =
        no ~ comot|unlink|delete|cut|stop|cancel|remove|clear ~ am|me|line|data|it?, make e dey, leave am,
        no touch am|it?, no do am, let am be, no ~ stop to ~ am?
answer-words-keep =
    .words =
        leave am like that|so?, make e dey like that|so?, no leave am, no do am, no touch am, no comot am, no o,
        no comot am again?, make you? no do am, no cut am, leave am, no touch my line, make e remain, no no, no stop am,
        no vex, no worry, no need,
        no hide am, no hide anything, no hide my name|balance|transactions,
        i just|only dey ask|check, no i just|only dey ask,
        no? o? i still need am, na mistake, i press am by? mistake, i make mistake
heard-deleting =
    .words = clear
heard-this-line =
    .words = am
heard-unlinking =
    .words = share
heard-confirm =
    .words = yes comot|unlink|delete|cut|do|clear am|it|everything, confirm am
answer-words-confirm =
    .words =
        do am, yes do am, comot am, na so, confirm am, cut am, yes na, yes comot am, delete am, clear am, yes cut am,
        i sure, i dey sure, yes i sure, yes comot|remove|cut|stop my? line|number|it, yes clear am|everything,
        yes i wan|want comot|stop|unlink am?, yes remove am, yes i wan stop am?,
        yes delete am, clear everything,
        comot, comot it|am, remove am, yes remove|comot|cut am, comot my line|number,
        i wan|want unlink|delete|comot|remove am|it?

heard-has-come =
    .words = see, land, reach
heard-typing =
    .words = put
heard-ordering-codes =
    .words = spoil, die, correct, wan
heard-ordering-no-codes =
    .words = don, dem, wey
heard-asking-after-codes =
    .words = wey
heard-told-to =
    .words = talk
heard-somebody =
    .words = him, oga, babe
heard-asking-of-codes =
    .words = wetin
heard-sending =
    .words = bring
heard-pins =
    .words = pin, password
heard-of-code =
    .words = am, never
heard-code-named =
    .words = code
heard-running-out =
    .words = expire
heard-before-running-out =
    .words = to
heard-behind-running-out =
    .words = in
heard-asking-if-ours =
    .words = is
heard-doing-of-ours =
    .words = your
heard-behind-a-no =
    .words = be
heard-which-one =
    .words = which one
heard-asking-about =
    .words = about
heard-it-or-that =
    .words = am
heard-be =
    .words = be
heard-i-told =
    .words = i told
heard-you-or-it =
    .words = you
heard-pressing-people =
    .words = e, pesin
heard-handing =
    .words = carry, bring
heard-handed-to =
    .words = am, dem
heard-sms-or-code =
    .words = code
heard-arriving =
    .words = enter, land
heard-he-or-she =
    .words = he
heard-asking-openings =
    .words = is
heard-no-thanks =
    .words = no
heard-scope-identity =
    .words = name
heard-scope-balances =
    .words = balance
heard-scope-transactions =
    .words = transaction
heard-leaving-out =
    .words = comot
heard-only =
    .words = only
heard-nothing-else =
    .words = nothing
heard-not-this-one =
    .words = i, no, wan, am, dis
heard-of-need =
    .words = make
heard-forbidding =
    .words = no
heard-how-much =
    .words = how much
heard-asking-when =
    .words = when
heard-has-been-sent =
    .words = don send, don sent
heard-asking-if-sent =
    .words = is
heard-send =
    .words = send
heard-not-before =
    .words = before
heard-asking-if-will =
    .words = do
heard-who-would =
    .words = dem
heard-not-changing =
    .words = no change
heard-asked-behind =
    .words = it
heard-is-it =
    .words = is it
heard-that =
    .words = that
heard-before-a-name =
    .words = is
heard-is =
    .words = is
heard-ordering-verbs =
    .words = do
heard-ordered-things =
    .words = my
heard-offering =
    .words = dey
heard-letting =
    .words = make
heard-i =
    .words = i
heard-myself =
    .words = my
heard-your =
    .words = your
heard-why =
    .words = why
heard-put-off =
    .words = later
heard-fraud =
    .words = 419
heard-telling-on =
    .words = na
heard-times =
    .words = double: 2
heard-bare-in =
    .words = in
heard-bare-out =
    .words = out
heard-respellings-among-words =
    .words = y: why
heard-agent-code-wrong =
    .words = gree
heard-agent-code-asked =
    .words = collect
heard-agent-doubt =
    .words = thief, tief
heard-agent-lasts =
    .words = tey
heard-agent-mends =
    .words = comot
# Whether they get on: one of the first and one of the second in a few words.
heard-agent-asks =
    .words = don, abeg, any
heard-agent-progress =
    .words =
        agree, gree, open, finish, reach, customer, linked, update
heard-agent-does =
    .words = gree, put
heard-agent-private =
    .words = balans
heard-agent-theirs =
    .words = im, dem
heard-agent-unlinks =
    .words = disconet
heard-agent-ending =
    .words = comot
heard-agent-wanting =
    .words = wan
heard-agent-leaving =
    .words = comot
heard-agent-removes =
    .words = remove
heard-agent-membership =
    .words = account
heard-agent-words-differ =
    .words = different
heard-agent-several =
    .words = two
heard-agent-week =
    .words = wik
heard-agent-before-days =
    .words = for, dis
heard-agent-before-network =
    .words = for, dey, na
heard-agent-behind-network =
    .words = line, number
heard-agent-beside-board =
    .words = una, dey, don, get
heard-agent-month =
    .words = mont
heard-agent-shows =
    .words = wia, dey
heard-agent-about =
    .words = di, dat, wey, dey, am, dem
heard-agent-whereabouts =
    .words = wetin happen to, wetin happen with, wetin dey happen to, wia
heard-agent-who =
    .words = who
heard-agent-owned =
    .words = own
heard-agent-link-works =
    .words = gree
heard-agent-link-broken =
    .words = spoil
heard-agent-link-comes =
    .words = reach, enter, land, drop
heard-agent-link-used =
    .words = used
heard-agent-asks-whether =
    .words = don, abi
heard-agent-nobody =
    .words = e, am, dem, una, don, dey, na, im, wetin, never
heard-agent-opened =
    .words = open
heard-agent-agreed =
    .words = gree
heard-agent-declined =
    .words = refuse
heard-agent-expired =
    .words = expire
heard-agent-cancelled =
    .words = cancel
heard-agent-withdrawn =
    .words = comot
heard-agent-failed =
    .words = fail
heard-agent-says =
    .words = talk, say
heard-agent-ability =
    .words = fit
heard-agent-other-days =
    .words = ago
heard-agent-events =
    .words = happen
heard-agent-last =
    .words = last
heard-agent-being =
    .words = dey, still
heard-agent-done-by =
    .words = don
heard-agent-beside-name =
    .words = for
heard-agent-no-name =
    .words = pipol, people, we, wey, una, sef, abi, wan, go, fit, get, comot
heard-agent-left =
    .words = remain
heard-agent-going-on =
    .words = pending
heard-agent-around-link =
    .words = abeg, wan, make, go, dey, am, wey
heard-agent-around-note =
    .words = abeg
heard-agent-labels =
    .words = number, note
heard-agent-orders =
    .words = make
heard-agent-before-order =
    .words = you, fit, wan
heard-agent-finished =
    .words = done
heard-agent-makes =
    .words = wan
heard-agent-takes-back =
    .words = nor, no, another
heard-agent-beside-correction =
    .words = na, be, am, dey, e, im, dem, wey, don, get
heard-agent-amiss =
    .words = wrong, mistake
heard-agent-parts =
    .words = note, name, person, customer
heard-agent-ends =
    .words = end
heard-agent-network =
    .words = network
heard-agent-line =
    .words = number, line
heard-agent-right =
    .words = correct
heard-agent-declines =
    .words = make, do, want, wan
heard-agent-beside-declining =
    .words = am, make, you, again, na
heard-agent-note =
    .words = note
heard-agent-orders-else =
    .words = resend
heard-agent-resends =
    .words = resend
heard-agent-once-more =
    .words = again
heard-agent-forwarded =
    .words = link, message
heard-agent-sets-out =
    .words = no, nor, abeg
heard-agent-not-yet =
    .words = never
heard-agent-orders-on-link =
    .words = cancel, remind
heard-agent-please =
    .words = abeg, abegi, jare, biko, ejoor, thank una, nagode
heard-agent-needs =
    .words = need, wan
heard-agent-persons =
    .words = dem, una
heard-agent-customers =
    .words = customer
heard-agent-she-or-they =
    .words = they
heard-agent-others =
    .words = customer
heard-agent-i-or-we =
    .words = we
heard-agent-oneself =
    .words = me
heard-agent-me =
    .words = me
heard-agent-agent =
    .words = agent
heard-agent-how-many =
    .words = how many
heard-agent-many =
    .words = many
heard-agent-links =
    .words = links
heard-agent-links-or-ones =
    .words = links
heard-agent-board-words =
    .words = links
heard-agent-report =
    .words = report
heard-agent-shown-of-somebody =
    .words = links
heard-agent-one-or-all =
    .words = link
heard-agent-limit =
    .words = limit
heard-agent-did =
    .words = do
heard-agent-linked =
    .words = link
heard-agent-with-a-deed =
    .words = don
heard-agent-before-a-thing =
    .words = di
heard-agent-said-yes =
    .words = yes
heard-agent-sends-again =
    .words = resend
heard-agent-asks-alone =
    .words = update
heard-agent-code =
    .words = code
heard-agent-code-refused =
    .words = wrong
heard-agent-code-missing =
    .words = another
heard-agent-words =
    .words = word
heard-agent-opens =
    .words = page
heard-agent-one =
    .words = one
heard-agent-made =
    .words = number
heard-agent-cancel =
    .words = cancel
heard-agent-asks-to-leave =
    .words = agent
heard-agent-for =
    .words = for
heard-agent-until =
    .words = till
heard-every-line =
    .words = both, all, two
heard-free =
    .words =
        na|e|this|one free, how much be am|this|it, na how much, how much ~ pay|collect|cost,
        i go|need|must|suppose pay, e dey? cost, collect money ~ for ~ am?, cost money, how much ~ dey collect,
        for free, money dey inside|involve, drop money, i go drop, dey charge, go charge, pay something|anything|money,
        money involve,
        e go cost ~ data|airtime|credit|money|anything, e go finish my? data|airtime
answer-words-free =
    .words = how much, na how much, na free, e free, i go pay, free
heard-money =
    .words =

        comot|commot|take|chop|cut|carry|remove|collect|debit|touch|deduct|withdraw ~ my ~ money|airtime|credit|bank|account|balance,
        money ~ comot|cut|go, chop ~ airtime|credit|money, debit me, touch ~ bank, deduct money, take my money,
        go collect money, wan collect ~ my? money, finish|affect|chop|touch|reduce ~ airtime|money|credit|account,
        money|airtime|account dey? safe, my money go, money go dey, empty ~ account, money ~ dey safe,
        airtime|money|credit no go finish|waste|lost,
        i wan buy ~ airtime|data|card, i wan recharge, buy ~ airtime|data|card ~ for me,
        use my name|number|line ~ borrow
heard-calls =
    .words =
        see|read|hear|listen|check ~ call|calls|message|messages|sms|chat|chats|whatsap|text, hear ~ talk,
        see who i ~ call, track me|my, look|see|check|read|hear ~ message|call|chat|messages|location, who i dey? call,
        hear wetin i dey? talk, read wetin i, see wetin i dey? write|type|talk,
        fit|go|dey ~ see|read|hear|check|sabi|know ~
        calls|call|messages|message|sms|chat|chats|whatsap|contacts|contact|pictures|photos|location, who i dey
        call|chat|text,
        call|disturb|disgrace|text ~ my people|contacts|family|friends|padi, dey watch|monitor me|my
heard-why-details =
    .words =
        wetin ~ use my balance|transactions|name|airtime do, use my balance|transactions|name do wetin, why ~ dem ~
        see|check|want ~ balance|transactions|airtime|name
heard-why-birth =
    .words = wetin ~ use my birthday|age|dob do, my birthday|age do wetin
heard-name =
    .words =
        why my? name no complete|full, name no complete|full, who get that|this name, wetin|why ~ name short|hide|cut,
        na who get name, change|correct my name for me, i no know|sabi that|this name
heard-code-use =
    .words =
        wetin be the|this|that|my? code ~ for, wetin be ~ work|use|purpose for|of the|this|that? code,
        wetin the|this|that|my? code ~ do|be|fit|mean|open|show, wetin ~ use the|this|my? code ~ do,
        wetin you? go|wan|want|dey do with ~ code, why you? dey? need|want|ask|find ~ the|this code, wetin dey? need|want|use the|this code for|do, why i go put|type|enter ~ code,
        which work|thing the|this? code ~ do, the|this? code na for wetin|what, the|this? code dey? for? do? wetin,
        wetin go happen if i put|type|enter ~ code, the|this? code ~ fit do wetin
answer-words-code-use =
    .words = wetin the? code dey for, code dey for wetin
heard-why-number =
    .words =
        why|wetin ~ need|want|wan|use|find|ask|give|work|ask ~ number, why ~ ask|find|need|want for? ~ number,
        why i go give ~ number?, use my number ~ do ~ wetin, number do wetin, wetin ~ use ~ am|it|number do,
        wetin ~ do with ~ am|it|number, wetin e dey for, wetin be the work ~ number, why you|wan|want|need ~ number,
        why i go put|give|drop ~ number, use the number do,
        wetin concern ~ my data|number|details|line|information, why you? need|want am
answer-words-why-number =
    .words = for wetin, why, wetin e dey for, na for wetin, why you need am
heard-why-network =
    .words =
        why you? dey? ask|need|want|wan|find|choose for|know? the|my|which? network, wetin dey? want|wan|need|use the|my network for|do,
        wetin go happen|be if|when i press|tap|choose|click|pick mtn|airtel|am|one, network na for wetin, if i choose|press|tap ~ wrong one|network
answer-words-why-network =
    .words = why network, network for wetin
heard-sms-to-come =
    .words = i go get|see|receive sms|code|message, you|dem|mtn|airtel|network go send me? sms|code|message, sms|code|message go come|enter
heard-endings =
    .words =
        wetin unlink|delete dey? go? do|mean, wetin be unlink|delete, unlink|delete na|mean wetin, wetin go happen if|when i type|press|tap? delete|unlink
heard-delete-message =
    .words = how i go take? delete|remove|clear ~ message|sms|code, i no sabi|know|fit how? to? delete|remove|clear ~ message|sms|code
heard-what-receipt =
    .words =
        wetin be the|this|that? receipt, receipt na for? wetin, receipt dey for wetin, wetin the|this? receipt dey? do|mean|for,
        the|this? receipt na real|true|original|correct|fake, wetin i go|fit? use the|this receipt do
heard-robot =
    .words = na ~ robot|bot|machine|computer|person be this|you, you be robot|bot|machine|computer|person
heard-line-unchanged =
    .words =
        go block|bar|affect|spoil|swap|clone my line|sim|number|phone,
        line|sim|number|phone no? go block|bar|spoil, wetin go happen to my line|sim|number|phone
heard-cannot-read =
    .words = no sabi|fit read|write ~ english|well|am?, no go school, my eye ~ no ~ see|read|good
heard-before =
    .words =
        see|read|check|sabi|know ~ before i ~ gree|agree|accept|type|link, when i never gree|agree|accept,
        fit|go link|add|connect ~ without my permission|consent|agreement|knowledge
heard-what-seen =
    .words =
        wetin dem? go|fit|dey|wan see|read|check|sabi, dem go|fit|dey see|know|check ~ balance|airtime|transactions|data,
        dem go|fit|dey see|know wetin i,
        wetin be|mean transactions|identity|balances,
        kudi|company|business dey|fit|go see|check|read|know my balance|balances|airtime|transactions|name|line|data,
        you dey see|check|read my balance|balances|airtime|transactions|name|data,
        dem|you|kudi|company|business don stop to? see|check|read my? line|balance|balances|transactions|data|am?,
        dem|you|kudi|company|business? still dey|fit|go see|check|read my? balance|balances|transactions|airtime|data|name|details|am?,
        dem|you|kudi|company|business? go|fit|dey ~ see|know|check when|if i ~ buy|borrow|recharge|load|use ~ airtime|data|card|credit,
        when|if i ~ buy|borrow|recharge|load|use ~ airtime|data|card|credit ~ dem|you|kudi|company|business? go|fit|dey ~ see|know|check am?
heard-who-sees =
    .words =
        who go|dey|fit ~ see|get|read ~ am|it|details|data?, who ~ show ~ am|it?,
        agent|people|person go|fit|dey see ~ am|balance|details|data, sell ~ data|details,
        share ~ am|data|details ~ people|person|another, give ~ another|other|different person|people, other people fit,
        who wan show, show ~ my? agent|people|person|husband|wife|am,
        husband|wife|agent|boss|people|police|person|you go|fit|dey ~ see|know am|it, who else ~ see, only ~ go see am,
        only you go see, na only you, who fit|go|dey see|check|read|know my
heard-kin =
    .words = broda, sista, popsy, momsy,
        pikin, oga, mumsi, alhaji, alhaja, padi
heard-pin =
    .words = atm|bank|card|momo code
heard-bvn =
    .words = wan|go|fit see|collect|use ~ bvn|nin
heard-own-choice =
    .words =
        by force, must i|we ~ gree|do|link, if i no gree|accept|do|want|link|share, how i go ~
        stop|cancel|comot|unlink ~ later|after|anytime|tomorrow, i fit ~ stop|cancel|comot|unlink ~
        later|after|anytime, i fit ~ say no|refuse, i fit refuse, i fit change my mind, if i change my mind
heard-which-kin =
    .words = smol
heard-kin-s =
    .words = brodas, sistas, ogas, mumsis, alhajis, popsys, momsys, pikins
heard-not-my-name =
    .words =
        name ~ line|number|sim no be mine|me, name ~ line|number|sim no be my own|name, name ~ no be mine|me,
        name ~ no be my own|name
heard-others-line =
    .words =
        my @kin get ~ line|number|sim|am|code, no be me get ~ line|number|sim|am, code enter ~ my @kin, another person line|number|sim|own, no be my own|line|number|sim, no be
        mine, another person get ~ line|number|sim|am,
        my @kin name dey ~ line|sim, for my @kin name, register am with|for my @kin name,
        no dey|register for|in|on|with? my name, line|number|sim ~ no dey|register for|in|on|with? my name, no be for|in my name,
        no register am|the|this? line|number|sim? for|in|on|with? my name, my name no dey ~ line|number|sim,
        no be my name dey, no be my name dem|i use|take register,
        my @kin register|registered am|it|the|this|my,
        my @kin get the|this phone|handset,
        my get am|it, add|link my @kin, do am for my @kin, my @kin wan|want do|link am
heard-former-owner =
    .words =
        another|other person|somebody ~ own|get|use|used ~ before, somebody|person get|use|own am|it|line|number|sim ~ before,
        person|who wey? get|use|own am|it|the|this ~ before, who get am|it|the|this ~ before, na ~ somebody|person ~ before,
        before ~ na another|other person|somebody own|line|number|sim, second hand line|number|sim,
        i? just|newly buy the|this line|number|sim, i buy the|this line|number|sim, na new line|number|sim, line|number|sim na new
answer-words-former-owner =
    .words = i just buy am, na new one
heard-next =
    .words =
        wetin next, wetin|which ~ next, wetin go happen ~ next|now|after?, wetin come ~ next?, after this one,
        wetin i go do next|now, and then nko, now nko, next nko, which be next, which one be next,
        i don finish|do am|complete, e don finish|complete|do, na only this, wetin remain ~ do, wetin come happen|next,
        remain make i, wetin i go do again|next|now,
        i don type|send|put|enter am|it|code, i don send am give you, i don type the code
answer-words-next =
    .words =
        wetin remain, wetin next, nko, then nko, and then nko, now nko, next nko, after nko, oya nko, wetin else,
        wetin come next, i don finish am?, e don finish, na only this, i don do am, i don do am wetin remain,
        wetin remain make i do, e remain wetin, na all be that, finish, you don see|get|receive am
answer-words-what-seen =
    .words =
        wetin dem|una? don see|read|check|get|collect, wetin dem|una? see|read|get|collect
answer-words-who-sees =
    .words =
        who don see|check my balance|details|data|line
heard-how-long =
    .words =
        how long ~ take|last|keep?, e go tey, e no go tey, go tey, take long, how many minute|minutes|hour|day|days,
        when e go finish|end|complete, time wey e, how long e, how many minute|minutes, e go quick, e go reach how
answer-words-how-long =
    .words =
        which day|date|time e go end|finish|stop,
        how many minutes, na how many minutes, e go tey, how long,
        till when, until when, e go reach when
heard-loan-ending =
    .words =
        comot ~ loan, no want|wan|need ~ loan again, take back ~ application,
        don pay finish ~ loan, don finish ~ loan
heard-loan =
    .words =
        loan, when ~ give me ~ money, when ~ my money ~ come, my money never, my money go come, borrow money,
        when|time ~ pay me, how much ~ give me, how much i fit borrow, i wan|want borrow, the interest, be interest,
        wan collect 50|20|100|10|200|500 k?, how much ~ borrow, how far ~ loan|money, need|want money,
        money never|no enter|come, money go enter|come|drop, see loan, give me loan|money, approve my,
        how much ~ dey pay me,
        don disburse, dem don approve|credit, money don|never|no land,
        don approve am|it, when ~ pay back
heard-code-asked =
    .words =
        call ~ code, ask|asking|find|finding|want|wan|need|collect ~ me|for|my|the|dey? code,
        agent|man|person|somebody|babe|woman|dem|they|one ~ say|ask|dey|wan|want|find|call ~ code,
        give|bring ~ him|agent|man|am|dem|person|her ~ code, send ~ him|agent|man|dem|person|her ~ code, bring|give|send ~ code ~ agent|give|him|man|person,
        say make i ~ bring|give|send|type|put|enter ~ code, who i go give ~ code, fit give ~ code, make i|we send|bring|give ~ code,
        don give ~ code, don tell|read|show dem|them|am|him|agent ~ code, don give agent, disturb|worry ~ code, tell|read ~ him|am|agent|person|the code,
        make i ~ read|tell|give|send ~ code, fit tell ~ code, say e need ~ code, person ~ ask for code, tell am ~ code,
        somebody|man|woman|caller|boy|girl ~ ask|find ~ for? am|it, code give am|him|agent, beg ~ for ~ code, person ~ beg|find|want ~ code, want|wan make i ~ send|give|read ~ code,
        why ~ no give|tell|share|send ~ agent|anybody|person|code,
        say ~ send|give|bring am ~ agent|him|person|somebody,
        who dey send me code, code wey i no ask, i no ask for code, dem say make i no share|give|tell, message say make
        i no share|give|tell, e say make i no share|give|tell, i don give am ~ code, i don give|send ~ agent,
        i don send am give agent|him|her|dem|man|person, don send am give agent|him|her|dem|man|person,
        mtn|airtel|network|sms|message|dem say ~ no ~ share|give|tell|send,
        agent|e|him|dem|person|man|woman wan see|check|hold|collect|carry my phone|sms|screen|message,
        agent|him|dem|person|man ~ type|put am|it|code for me, e|dem talk ~ no share|give|tell
heard-languages =
    .words = sabi|speak|hear|talk|use|fit|dey|understand ~ hausa|yoruba|igbo|ibo|fulani|efik|tiv|french
answer-words-languages =
    .words = hausa, yoruba, igbo, na hausa, na yoruba, na igbo
answer-words-yes =
    .words = yes, na so, yes na, na am, ehen, yes now, na it
answer-words-no =
    .words = no, no na, no be so
answer-words-ok =
    .words =
        na my name be that|this, na my name, the name correct,
        no send am|code|another|new code|one|again?, i no need|want|wan another|new code|one,
        oya, oya na, no wahala, no problem, no shaking, ok na, okay na, e don do, i don hear, i hear, i don see am,
        e good, e beta, no yawa, sharp, correct, i don understand, e don enter,
        carry go, make you? do am, oya? do am sharp
heard-wait =
    .words =
        wait small|first, no send|resend ~ yet|another|again, no send|resend code|another|new|anything, make you?
        wait,
        make i think am|about?,
        make i ask first|person|somebody
heard-mydata =
    .words =
        show|give|send me all|everything wey you get about|on me, everything wey you get about|on me,
        wetin ~ get|keep|sabi|know ~ about me,
        dem|you|kudi|company don forget|delete|clear|comot|wipe|clean|erase me|am|everything|all,
        dem|you|kudi|company? don forget|delete|clear|wipe|clean|erase my data|details|information|record|name, don forget me,
        data|details|information|record|everything don delete|clear|comot|wipe|erase,
        dem|you|kudi|company still ~ get|keep|hold|have|sabi my data|details|number|information|name|record|things,
        dem|you|kudi|company still ~ get|keep|have|sabi|remember me|am
answer-words-mydata =
    .words =
        wetin dem|you? don? delete|clear|wipe|erase,
        don forget|delete|clear|comot|wipe|clean|erase am|everything|all?, e don comot|clear|delete|wipe|go,
        still dey? get|keep|have|hold my? data|details|number|information|name|record?
heard-later =
    .words = no be now, go do am later|tomorrow, continue later|tomorrow, go come back, i go do am ~ later|tomorrow
answer-words-later =
    .words =
        later, later na, tomorrow, not now, no be now, i go continue later|tomorrow?, i go do am later|tomorrow,
        i go come back, na evening i go do am, na tomorrow, na later, evening time, when i reach house, no be today,
        make i chop first, i dey busy, i go do am when i reach house|home, when i free, i go do am small time,
        later today, when i come back, evening, na weekend i go do am, i go come do am, i go do am another time|day,
        i go come later|tomorrow|back, make i finish work|chop|am first, make i do am later|tomorrow,
        i go do am for|by|na night|evening|morning|weekend|tomorrow,
        i go check|look|send|type am? when i close|finish|reach home|house|there?, i go check am for house|home,
        no time
answer-words-wait =
    .words =
        i go send|type am, make i send|type am,
        i go wait am?, make i wait am?, wait, wait first, i dey come, small time, i dey check am?, make i check|see am?, i dey wait, e dey come,
        i dey look am?, hold on,
        make i ask|tell my @kin first?, i go ask|tell my @kin first?, i dey drive|church|mosque|meeting, i dey come, make i find|bring my phone|sim,
        wait small, make una wait first?,
        i dey inside|for? bus|danfo|keke|motor|road|class|school|bank|market|hospital|work|shop|transit|traffic now?,
        make i read am first?
answer-words-thanks =
    .words =
        thank you, thanks, tanks, god bless you?, god go bless you, i thank you?, you do well, do well, you too much,
        too much, well done, thank you|thanks my @kin?, you try, you don try, i dey grateful, try, don try, thank,
        thanks boss, bye, bye bye, god bless, i appreciate, i dey appreciate, e se, nagode, you do am,
        i dey happy thank you?, i dey happy, thank you well
answer-words-greeting =
    .words =
        how far na?, how you dey?, how dey, wetin dey sup?, how body, wassup, whatsup, xup, sup, i dey greet,
        good morning|afternoon|evening, how una dey, hafa, how market, how work, you don wake, bawo,
        how work|family|body|market|business|everything|life, you dey there, dey there, welcome, una welcome,
        you welcome, how you dey today|now?, how far now, you dey, well done, wetin sup, how today, how night,
        how you dey my friend|brother|sister, how far my friend|brother
heard-opt-out =
    .words =
        no ~ message|text|disturb|write|send|call ~ me again, stop to ~ message|disturb|text|send|call ~ me,
        leave me alone, no send me message again, no disturb me,
        comot|remove ~ number|name|me for|from ~ list
answer-words-opt-out =
    .words =
        leave me alone, no disturb me again?, no message me again, no text me again, stop to disturb me,
        stop to dey message me, no send me message again
# Words by which this language is known at once, and that stand in no other.
heard-tongue =
    .words =
        how far, abeg, wetin, una, dey, how body, how you dey, oga, wahala, i wan, wey, sabi, comot, oya, shey, no be,
        una dey, make i, e don, na so, dem, omo, nna, how market
heard-questions =
    .words = wetin, wia

## What people say, word for word: what stands before and behind them, the code knows
heard-line-names =
    .words = number, line, sim
heard-line-pronouns =
    .words = own
heard-ending-a-line =
    .words = comot
heard-excepting =
    .words = except, but
heard-not-ending =
    .words = never
heard-that-one-alone =
    .words = nahin
heard-another-line =
    .words = other own
heard-my-or-their =
    .words = my
heard-denying-whose =
    .words = no be, no be my
heard-my =
    .words = my
heard-own =
    .words = own
heard-nobodys-own =
    .words = my
heard-nobodys =
    .words = that, this
heard-of-nobody =
    .words = your, this
heard-not-called =
    .words = una
heard-of-somebody =
    .words = of
heard-calling =
    .words = flash
heard-called-on =
    .words = with
heard-assents =
    .words = yes
heard-before-it-is-sent =
    .words = ok
heard-senders =
    .words = dem
heard-people =
    .words = people
heard-has-just =
    .words = don
heard-sent =
    .words = send
heard-what-is-sent =
    .words = am
heard-never-moved =
    .words = i? no ever|yet? move|moved|port|ported|change|changed
heard-in-my-name =
    .words = in my own? name
heard-starting =
    .words = start
heard-of-match-words =
    .words = tori
heard-days-and-times =
    .words = sunday
heard-joining =
    .words = join
heard-asking-who =
    .words = sabi
heard-denials =
    .words = except
heard-up-to-a-name =
    .words = na, dey
heard-beside-a-name =
    .words = own, o
heard-saying-no =
    .words = no
heard-telling =
    .words = na
heard-from =
    .words = from
heard-moved-to =
    .words = go, enter
heard-left =
    .words = port|ported am|it? comot, port am from, comot from|for
heard-employed =
    .words = work for
heard-before-a-network =
    .words = for, my
heard-but =
    .words = but
heard-moving =
    .words = port
heard-what-is-moved =
    .words = am
heard-amounts =
    .words = naira
heard-naming-a-code =
    .words = na, be
heard-being =
    .words = na, be
heard-whose-code =
    .words = my
heard-either =
    .words = abi
heard-corrections =
    .words = sorry
heard-old-line =
    .words = old own
heard-my-pin =
    .words = my pin
heard-id-card =
    .words = id
heard-before-how =
    .words = abeg
heard-how =
    .words = how
heard-you =
    .words = una
heard-bare-pin =
    .words = pin
heard-agent-number-follows =
    .words = number, phone
heard-agent-number-named =
    .words = phone
heard-agent-page =
    .words = page
heard-agent-days-before =
    .words = di last
heard-agent-days =
    .words = day, days
heard-agent-of-whom =
    .words = for
heard-agent-all =
    .words = all
heard-agent-everything =
    .words = everything
heard-agent-from =
    .words = from
heard-agent-to =
    .words = to
heard-agent-over =
    .words = over
heard-agent-of-all =
    .words = of
heard-agent-of-these =
    .words = own
heard-agent-of-whose =
    .words = my
heard-agent-title =
    .words = di? agent
heard-agent-name-told =
    .words = na, my name na, name na, im name na
heard-agent-in-no-name =
    .words = na, dey, no, nor, neva, wetin, wia, wey, am
heard-code-words =
    .words = code
heard-counted =
    .words = naira
heard-handing-over =
    .words = carry, bring, tok
heard-between-figures =
    .words = den, and den
heard-filed =
    .words = loan
heard-filed-people =
    .words = customer
heard-number-of-file =
    .words = number
heard-code-beginnings =
    .words = otp
heard-ordinal-endings =
    .words = th
heard-has-said =
    .words = don, dey
heard-reads-out =
    .words = talk, talks
heard-tells-it =
    .words = talk
heard-to-me =
    .words = me
heard-that-i =
    .words = make i
heard-that-i-type =
    .words = make i type|enter|put|use|write
heard-sms-names =
    .words = the? sms
heard-whoever =
    .words = dem
heard-was-told =
    .words = im don|dey? say|talk|tell
heard-somebody-says =
    .words = e don|dey? say|talk
heard-begins-saying =
    .words = say, talk
heard-it-is =
    .words = na
heard-asks =
    .words = ask
heard-before-the-code =
    .words = na
heard-around-number =
    .words = na
