# What the bot says in English. Every entry stands in every language; a test holds that.
# In all entries: $business who asks, $purpose why, $support who the person to talk to is, $privacy a page.
# Short, warm, exact: what happened, what to do, how long. Read it as somebody on a small screen who fears fraud.

## Greeting and consent

consent =
    Hello! { $business } asked me to help you share details of your MTN or Airtel line for { $purpose }. It takes about two minutes.

    If you agree, { $business } can see, for your line:
    { $parts }

    Only for { $purpose }, for up to { $months ->
        [one] 1 month
       *[other] { $months } months
    }; it ends sooner by itself when I read nothing for { $unused } days.{ $identity ->
        [yes] {""}
       *[no] {" "}{ age-check }
    }{ $several ->
        [yes] {" "}To leave something out, type "choose".
       *[no] {""}
    } To stop it at any time, type "unlink".
consent-identity = your name, gender and date of birth
consent-balances = your airtime and data balances
consent-transactions = your airtime and data transactions
age-check = { $adult ->
    [0] {""}
   *[other] I look at the birth date once, only to see that the owner is { $adult } or older: I do not keep it, and { $business } does not get it.
}
one-by-one = One by one, then. Nothing is agreed before your last answer.
ask-scope = { $scope ->
    [identity] May { $business } see { consent-identity }?{ age-check-otherwise }
    [balances] May { $business } see { consent-balances }?
   *[transactions] May { $business } see { consent-transactions }?
}
age-check-otherwise = { $adult ->
    [0] {""}
   *[other] {" "}If not, I look at the birth date once, only to see that the owner is { $adult } or older: I do not keep it, and { $business } does not get it.
}
scopes-left-out = Left out: { $reads }.
scopes-agreed = Agreed: { $business } can see { $reads }, and nothing else of your line.
consent-agent = { $agent_given ->
    [no] { $business } sent you this link. If you were given two words with it, they must be { $first } { $second }. If they differ, tap "No, thanks".
   *[yes] { $agent } from { $business } sent you this link. The two words that { $agent } sees must be { $first } { $second }. If not, tap "No, thanks".
}
consent-changed = The text has changed since you were asked. This is what it says now.
consent-again = Do you agree that { $business } may see these details of your line?
number-forgotten = All right, I do not use that number. First your answer; then you can give another one.
number-kept = I keep { $number_given ->
    [no] your numbers
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}on { $network }
} for after it. First your answer; agree only if the line is your own.
declined = All right. { $lines ->
    [0] No line
   *[other] No other line
} was linked this time. If you change your mind, write to me here.
put-off = All right, another time. Nothing was shared, and your link still works: write to me here when you are ready.
stale-link = That link cannot be used any more. You can go on here, or ask your agent for a new one.
still-here = We are in the middle of it. Nothing is lost.

## While an operator has paused linking

paused = { $words_given ->
    [no] { $business } has paused linking for now.
   *[yes] { $business } has paused linking for now: "{ $words }"
}
paused-code = Codes are not taken meanwhile: yours was not used. You get a new one when we go on.
paused-kept = Nothing is lost. When we are back, one tap goes on where you stopped. What you told me is deleted { $until }, or at once if you type "delete".
paused-later = I ask nothing about your line until then. When we are back, one tap begins.
paused-lines = What you have linked works as always, and you can stop it at any time with /unlink.

## The line

ask-number = What is the phone number of your own line? Type it like 0803 123 4567{ $share ->
    [yes] , or tap "Share my number" below
   *[no] {""}
}. Only your own: it gets a code.
ask-number-own = What is the phone number of your own line? Choose { $number }, or type another of your own.
number-not-a-number = I found no phone number in that. A right one looks like 0803 123 4567.
own-number-unseen = I do not see the number of this phone. { $share ->
    [yes] Tap "Share my number" below, or type it.
   *[no] Please type it.
}
number-too-short = That number is too short. A Nigerian mobile number has 11 digits, like 0803 123 4567.
number-too-long = That is no Nigerian mobile number: they have 11 digits and begin with 0, like 0803 123 4567.
number-foreign = That is not a Nigerian number. I can only link a Nigerian MTN or Airtel line, like 0803 123 4567.
number-not-mobile = That is not a mobile number. I need the number of an MTN or Airtel SIM, like 0803 123 4567.
number-first = First the number, please; the network comes next.
contact-not-own = For your safety I only take your own contact card. If the line is yours, type its number instead.
contact-out-of-place = I do not need a contact card now.
link-for-other-number = This link is for { $number } only. Go on with that line, or ask your agent for a link for the other.
link-number-not-typed = Several other numbers were typed here, so I take none by typing for this link any more. If { $number } is your own line, go on with its network, share your contact or write to me from it. For another line, ask your agent for a link.
ask-network = { $number }: which network is this line on now?{ $likely_given ->
    [no] {""}
   *[yes] {" "}It looks like { $likely }; if you moved the number, choose the other.
} That network then sends it a code by SMS.
network-again = Which network is { $number } on now?{ $proven ->
    [yes] {""}
   *[no] {" "}Choose only if the line is your own.
}
own-line = Choose only if this line is your own.
network-not-served = { $network } is not supported yet. For now I can link MTN and Airtel lines only.
other-line-or-end = Do you have another line, on MTN or Airtel? Then give me its number. If not, tap "Cancel": nothing of you was shared, and no harm is done.
network-unclear = MTN or Airtel? Tap or type it. Wrong number? Tap "Change number".
not-on-either = Neither MTN nor Airtel knows { $number }. Check the digits and type the number again, or that of another line.
not-on-network = { $network } does not know { $number }. The line may be on the other network now, or the number has a wrong digit.

## Sending the code

still-sending = I am asking { $network } to send your code to { $number }. This takes up to 15 seconds. Wrong line? Type "cancel".
ask-otp =
    { $network } has sent { $shortest ->
        [0] a code
       *[other] { $same ->
            [yes] { $shortest ->
                [8] an
                [11] an
                [18] an
               *[other] a
            } { $shortest }-digit code
           *[no] a code of { $shortest } to { $longest } digits
        }
    } by SMS to { $number }. Type the newest one here and nowhere else. It lets { $business } read this line and nothing else: it cannot move money. Do not give it to anybody, our agent included.
line-elsewhere = This line is linked in another chat too. If you go on, both chats can see it. The other one hears of it at once, and either can end it for both. If you did not know of it, type "cancel", then "person".
line-shared-elsewhere = It is linked in another chat too: both chats can see it, and either can end it for both. The other one has heard of it. If you did not know of it, type "unlink", then "person".
otp-hint = The network says: "{ $hint }"
ask-new-code = The last code for { $network } cannot be used any more. Tap "Send a new code" for another.
then-network-again = Then choose { $network } again.
new-code-wait = You can ask for a new code in { $wait }.{ $sent ->
    [yes] {" "}If no SMS comes, check that the number is right and that the phone has network.
   *[no] {""}
}
code-sent = { $network } sent the SMS { $ago } ago.
code-sent-next = Check that the number is right and that the phone has network. For another code, tap "Send a new code": then only that one counts.
codes-used-up = You have had all the codes for now. You can ask for another { $again }, in { $wait }.
sending-unavailable = I could not reach { $network } just now, so no code was sent. Please try again in a minute.
sending-busy = { $network } is very busy and did not send a code. Please try again in { $wait }.
sending-not-possible = { $network } could not send a code for this line, so it cannot be linked right now. You did nothing wrong. If an SMS comes, its code cannot be used. Please try again later, or type "person" for help.
sending-unknown = { $network } did not answer in time, so I do not know whether a code is on its way. If an SMS comes, its code cannot be used. In { $wait } you can choose your network again to ask for a new one.
our-fault = Something on our side is not right, and you cannot fix it. Your details are safe. No need to answer now: try again later, or talk to { $support }.
limit-otp-requests-per-number-day = This number has had all its codes for today. You can ask for another { $again }, in { $wait }.
limit-otp-requests-per-number-day-unproven = What is left of this number's codes today is kept for its owner. If it is your own, share it with the button, or write to me from it. If not, please try again { $again }, in { $wait }.
limit-otp-request-pause-per-number = A code went to this number a moment ago, so no other was sent. You can ask for the next one in { $wait }.
limit-otp-requests-per-contact-day = You have had all your codes for today. You can ask for another { $again }, in { $wait }.
limit-otp-requests-per-hour = Very many people are linking right now, so no code was sent. Please try again { $again }, in { $wait }.
limit-otp-requests-per-prefix-hour = Very many codes went to numbers like this one, so none was sent. Please try again { $again }, in { $wait }.
limit-otp-requests-kept-for-owners = Very many codes are being asked for, and what is left is kept for the owners of numbers. If this one is your own, share it with the button, or write to me from it. If not, please try again { $again }, in { $wait }.

## Checking the code

still-checking = I am checking your code. This takes up to 15 seconds.
still-linking = Your code was right, and I am linking your line. { $again ->
    [yes] It takes longer than usual: I keep trying for some minutes, and tell you here.
   *[no] This takes up to 15 seconds.
}
code-wrong-length = That cannot be the code: the code has { $same ->
    [yes] { $shortest } digits
   *[no] { $shortest ->
        [0] up to { $longest } digits
       *[other] { $shortest } to { $longest } digits
    }
}, all in one message. No try was used.
pin-not-needed = A PIN is never needed here, and I did not use it. Tell it to nobody.
code-not-understood = I did not understand that. I am waiting for the code that goes to { $number }: type it here. Somebody asks you for it? Give it to nobody.
no-code-yet = No code yet? It can take two minutes. It goes to { $number }. Somebody asks you for it? Give it to nobody.
change-by-button = I am waiting for the code now. To use another number or network, tap "Change number".
code-too-early = If that is your number, it needs 11 digits, like 0803 123 4567. If it is a code, it comes later; I did not use it. Never tell a code to a person.
code-out-of-place = That looks like a code, but I am not waiting for one now, so I did not use it. An older code cannot be used. Never tell a code to a person.
code-not-typed = There is a code in that, and I did not use it: I only read codes that you type as a new message. Never send a code to a person.
delete-your-code = { $deletes ->
    [yes] {""}
   *[no] Please delete your message with the code now: I cannot.
}
wrong-code = That code is not right. You have { $tries ->
    [one] 1 try
   *[other] { $tries } tries
} left. Check the newest SMS from { $network }.
wrong-code-unsure = The network does not take that code. If it is the one from before, that check, which had no answer, may have used it up: ask for a new code.{ $tries ->
    [0] {""}
    [one] {" "}Or check the newest SMS: you have 1 try left.
   *[other] {" "}Or check the newest SMS: you have { $tries } tries left.
}
same-code = You sent that code already, and it was not right. It was not tried again, so no try was used. Check the newest SMS from { $network }.
wrong-code-last = That code is not right either, and it was the last try for it.
code-expired = That code is too old: a code works for ten minutes.
check-unavailable = I could not reach the network, so your code was not checked and no try was used. Please type it again in a minute.
check-unknown = The network did not answer, so I do not know whether the code was right.{ $tries ->
    [0] {""}
   *[other] {" "}The check may have used it up. You can type it once more, or ask for a new one.
}
limit-otp-checks-per-number-day = Too many codes were tried for this number today. You can try again { $again }, in { $wait }.
link-again = Your code was right, but the last step failed and the code is used up. I am sorry. Choose your network for a new one.

## Linked

linked = Your { $network } line { $number } is linked.
summary = { $details }
as-of = As of { $today ->
    [yes] today
   *[no] { $at_date }
}, { $at_time }.
as-of-stale = As of { $today ->
    [yes] today
   *[no] { $at_date }
}, { $at_time }; the network did not answer just now.
as-of-unknown = The network did not answer just now, so these may be from earlier.
summary-masked = I show a part of the name only, because nobody has shown me yet that this number is yours. { $share ->
    [yes] To see it in full, tap "Share my number" below.
   *[no] To see it in full, link the line from the chat of that number itself.
} Not your name? Type "not my name".
identity = { $network } { $number }
    { $details }
not-my-name = That is the name on the network's record. The line may be in somebody else's name, or the record is wrong: only the network can correct it. { $agent_given ->
    [no] To talk to a person at { $business }: { $support }.
   *[yes] I told { $agent } of { $business }. No word from them { $until }? Then ask { $support }.
} I am quiet until then; tap "Continue" to go on with me. If you do not want this line to be shared, type "unlink": I always hear that.
already-here = Your { $network } line { $number } was linked in this chat already, so no code is needed. What you agreed to now counts from today. Type "receipt" for your receipt.
line-too-young = The owner of { $number } is younger than { $age }, so I do not share this line. { $business } is not allowed to read it, and I have deleted what I had of it. Nothing is wrong on your side. If the birth date is not right, ask your network to correct it.
summary-no-identity = { $network } gave no name for this line.
summary-no-balances = { $network } gave no balances for this line.
summary-nothing = The network gave no details for this line yet. Type "balance" later to see them.
summary-processing = Your { $network } line { $number } is linked. { $network } is still preparing your details. I will send them here by myself, usually within a few minutes. You need not wait.
summary-later = Your { $network } line { $number } is linked. The details are taking longer than usual; I will send them here when they come.
summary-given-up = { $network } has not given the details of { $number } in a day. The line stays linked; type "balance" to try again.
reading-next = I am still reading your line. After that comes what you have just asked for.
reading-pending = The network is still preparing that, so I have nothing to show yet. It does not mean that there is none. Please ask again in a few minutes.
reading-missing = The network does not know this line just now, so I could not read it. It stays linked. I ask again by myself, and tell you if it has ended for good.
still-reading = I am reading your line. What I find comes here by itself.
receipt = Receipt { $reference }: on { $at_date } at { $at_time } you let { $business } read { $reads }, for { $purpose }, until { $end_date }, { $end_time }. It ends sooner when I read nothing for { $unused } days.
receipt-first-release = Receipt { $reference }: on { $at_date } at { $at_time } you agreed to text { $version }. Who asked, what for and until when was not noted then.
receipt-ends = Reading ends by itself on { $end_date }, { $end_time }, or sooner when I read nothing for long.
receipt-narrowed = Since { $at_date } at { $at_time } it is less: only { $reads }.
receipt-page = Whoever doubts it can look here whether it holds: { $page }
receipt-no-line = No line is linked under it, so nothing is read.
receipt-ended = Receipt { $reference }: agreed on { $at_date } at { $at_time }{ $business_given ->
    [no] {""}
   *[yes] {" "}with { $business }
}, ended on { $ended_date } at { $ended_time }: { $why }.
receipts-none = This chat has agreed to nothing.
receipts-unreadable = { $n ->
    [one] One more note about this chat is
   *[other] { $n } more notes about this chat are
} on record, which I cannot read now. Please ask { $support }.
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
scope-identity = your name, gender and date of birth
scope-balances = your balances
scope-transactions = your transactions
ended-customer = you stopped it
ended-time = its time was over
ended-unused = it was not used
ended-renewed = a newer agreement took its place
ended-other-chat = it was ended in another chat
ended-network = the network ended it, and you did nothing wrong
ended-age = the owner of the line is too young
ended-operator = a person at the business ended it for you
receipt-head = Mark in our record: { $head }. Keep it: by it anybody who checks can see whether this was changed later.
receipt-next = { $business } knows it now: for { $purpose } they are the ones to ask. What you can do here: { $balances ->
    [yes] {"balance, "}
   *[no] {""}
}{ $transactions ->
    [yes] {"transactions, "}
   *[no] {""}
}unlink, delete. Just type the word.
already-linked = Your line is linked already. To stop sharing it, type "unlink".
born = born { $date }
born-masked = born { $decade }•
female = female
male = male

## Afterwards

menu = { $lines ->
    [one] Your line is linked.
   *[other] You have { $lines } linked lines.
} What would you like to see? For all that there is, type "help".
balances = { $network } { $number }
    { $details }
which-transactions = { $network } { $number }{ $when_given ->
    [yes] , { $when }
   *[no] {""}
}{ $way ->
    [in] , money in
    [out] , money out
   *[both] {""}
}
from-to = { $first } to { $last }
transactions =
    { which-transactions }{ $place ->
        [1] {""}
       *[other] {" "}· page { $place }
    }
    { $details }
transactions-none = No transactions for { which-transactions }.
transactions-no-more = That was all of them.
transactions-unfinished = I have not looked at all of them yet: the network is slow. Type "more", and I look further back.
transactions-more-of-what = More of what?
transactions-unread = { $n ->
    [one] One more came in a form that I cannot read, and is left out.
   *[other] { $n } more came in a form that I cannot read, and are left out.
}
transactions-as-of = The network does not answer just now: this was read { $today ->
    [yes] today
   *[no] on { $at_date }
} at { $at_time }.
transactions-not-yet = That time has not come yet. Type a month that has, for example "transactions october".
transactions-no-such-day = No calendar has that date. Type for example "transactions october" or "transactions 2026-10".
transactions-which-time = Which time do you mean? Type for example "transactions october" or "transactions 2026-10".
statement = Your statement, { which-transactions }: { $n ->
    [one] one transaction
   *[other] { $n } transactions
}, { $received } in, { $spent } out.
statement-columns = Date, Time, In, Out, Currency, What, Balance after
statement-stopped = The network stopped answering, so it goes back to { $at_date } only. For what is older, ask for an earlier time.
statement-other = For another time, type for example "statement october" or "statement 2026-08 to 2026-10".
file-link = To get the file, open this within ten minutes. It works once: { $link }
transaction = { $date } · { $sign }{ $amount } { $way ->
    [in] in
   *[out] out
}{ $narration_given ->
    [no] {""}
   *[yes] {" "}· { $narration }
}
balance-owed = you owe { $amount }
group-airtime = Airtime
group-bonus = Bonus
group-data = Data
group-calls = Calls and SMS
group-roaming = Roaming
group-other = Other
balances-anew = The network gives new figures in { $left }.
balances-more = and { $n } more
ask-more = More transactions? You can also type a month, "in" or "out".
ask-other = For others, type a month, "in" or "out".
usage = { $network } { $number }, { $from } to { $until }
    Spent { $spent }: airtime (calls, SMS) { $airtime } · data bundles { $data } · other { $other } · paid back { $repaid }
    Came in { $received }
    { $loans ->
        [yes] Borrowed { $borrowed }, paid back { $repaid }; at most { $debt } owed at once
       *[no] Nothing borrowed
    }
    { $biggest }
    { $months }
usage-month = { $month }: { $spent } out, { $came } in
usage-biggest = Biggest bundle: { $narration }, { $amount }, { $date }
usage-no-bundle = No data bundles
usage-none = { $network } { $number }: no airtime moved from { $from } to { $until }.
usage-begins = { $network } shows nothing before { $since }: a line that is new, or came from another network, has nothing earlier.
usage-ported = This number began on another network. { $network } shows only what happened since it came over, from { $since } on.
usage-stopped = I could read back to { $since } only: { $why ->
    [slow] the network was too slow with the rest
    [refused] the network did not give the rest
   *[long] there is more than I can read at once
}. What is older is not in these figures.
usage-uncounted = { $uncounted ->
    [one] One movement has no date or amount in naira that I can read, and is not counted.
   *[other] { $uncounted } movements have no date or amount in naira that I can read, and are not counted.
}
not-agreed = You do not let { $business } see { $reads } of { $network } { $number }, so I do not read them. To agree to that as well, type "link another line" and give this number again; no code is needed.
ask-narrow = { $business } can see of { $network } { $number }: { $reads }. What shall be hidden from now on? To change nothing, type "back".
ask-hide = Hide { $gone } of { $network } { $number } from { $business } from now on?
hidden = Done. From now on { $business } is not allowed to see { $gone } of { $number }, in this chat or any other, and I do not read them any more. It can still see { $reads }.
hidden-again = To stop everything, type "unlink". To allow it again, type "link another line" and agree anew.
hidden-elsewhere = It was hidden in another chat that holds this line, on { $channel }.
hidden-whole = What { $business } could see of { $number } was hidden in another chat, on { $channel }. It was all that you had agreed to here, so the line is not linked in this chat any more.
picture-usage = { $network } · { $from } to { $until }
picture-airtime = Airtime (calls, SMS)
picture-data = Data bundles
picture-other = Other
picture-repaid = Paid back
picture-received = Came in
picture-borrowed = Borrowed
mydata-line = { $network } { $number }
    Who can see: { $seen_by_given ->
        [no] { $business }
       *[yes] { $seen_by }, for { $seen_for }
    }
    What: { $reads }
    Since: { $since_date }, { $since_time }
    Until: { $ends ->
        [no] you stop it
       *[yes] { $end_date }, { $end_time }, or sooner when you stop it or I read nothing for { $unused } days
    }
    By: { $link_given ->
        [no] you alone, without a link
       *[yes] { $agent_given ->
            [no] link { $link }
           *[yes] { $agent }, link { $link }
        }
    }
    Receipt: { $receipt }
mydata-read = { $times ->
    [0] I have not read it yet.
    [one] I have read it once, on { $last_date } at { $last_time }.
   *[other] I have read it { $times } times, last on { $last_date } at { $last_time }.
} What { $business } reads by itself, not through me, I do not see.
mydata-file = This is all that I hold of you here, for you and for programs (JSON). It shows your number: give it only to whom you trust.
mydata-nobody = No line is linked here, so nobody can see anything of one through me.
mydata-read-before = What { $business } read while a line was linked, it may still have: about that ask { $support }.
mydata-chat = This chat's number { $chat } comes with every message: I keep it only to answer you, and with your agreements as proof.
mydata-kept = { $chat_given ->
    [no] {""}
   *[yes] { mydata-chat }{" "}
}{ $number_given ->
    [no] I keep no number of yours that is not shown here{ $begun ->
        [yes] , only that you agreed and can go on
       *[no] {""}
    }.
   *[yes] I also keep your number { $number }{ $begun ->
        [yes] , to go on with one tap
       *[no] {""}
    }.
} On record: { $agreements ->
    [0] no agreement of this chat.
    [one] 1 agreement of this chat, kept for good as proof; type "receipt" to see it.
   *[other] { $agreements } agreements of this chat, kept for good as proof; type "receipt" to see them.
} Name, balances and transactions are shown and not kept; BVN and NIN are neither shown nor kept.
account-line = { $network } { $number }, linked on { $at_date }: { $business } can see { $reads }{ $ends ->
    [no] {""}
   *[yes] . It ends by itself on { $end_date } at the latest
}. { $times ->
    [0] I have not read it yet.
    [one] I have read it once.
   *[other] I have read it { $times } times.
}
seen-else = { seen-kinds } To hide something, type "choose"; to stop all of it, "unlink".
seen-kinds = { $transactions ->
    [yes] Transactions show when airtime and data came, were used or borrowed. No
   *[no] No
} calls, no messages, no bank account.
ask-which-line = Which line?{ $more ->
    [yes] {" "}If it is not below, type its number.
   *[no] {""}
}
limit-reads-per-contact-hour = You have looked very often in this hour, and every look costs. You can look again { $again }, in { $wait }.
reading-failed = The network did not answer. Your line is still linked. Please try again in a minute.
nothing-linked = No line is linked here now.
no-line-on = No { $network } line is linked here, only { $named }.
one-line-first = One at a time, please: choose one first.
nothing-to-unlink = No line is linked here now. To delete what I keep, type "delete"; to hear no more from me, "unsubscribe".
finish-first = Let us finish this first, or type "cancel".
line-lost = Your line { $number } is not linked any more: the network ended it, and you did nothing wrong. { $business } can no longer read it. To share it again, type "link".
line-shared = Your line { $number } was linked just now in another chat too, on { $channel }, with a code that came by SMS to it. Your receipt here stays as it is. Was it not you? Type "unlink": that ends it for every chat.
line-ended = Your line { $number } is not linked any more: it was ended { $channel_given ->
    [yes] in another chat, on { $channel }
   *[no] for every chat
}. { $business } is no longer allowed to read it, and I have deleted what I kept of it here.
ask-unlink = Stop sharing { $network } { $number } with { $business }? They are then no longer allowed to read it, in this chat and in any other in which it is linked, and I delete what I keep of it.
ask-after-stop = { $lines ->
    [0] No line is linked here. To have everything deleted, type DELETE.
   *[other] Stop sharing with { $business }? Then type UNLINK: it ends for every line linked here. To have everything deleted as well, type DELETE.
}
ask-delete = Delete everything? { $lines ->
    [0] No line is linked here. I forget your number and what you began.
   *[other] { $business } is then no longer allowed to read your { $lines ->
        [one] line
       *[other] lines
    }, in this chat and in any other, and I delete what I keep.
} If you agreed, a note of that, and of when you stopped, must be kept as proof.
consent-ends =
    Your agreement of { $at_date } ends on { $end_date } at { $end_time }{ $why ->
        [unused] {" "}because I have read nothing for long
       *[time] {""}
    }. Then { $business } is no longer allowed to read your { $network } line { $number }, and I unlink it.

    If you tap "Keep sharing", you agree again: { $business } can see { $reads }, only for { $purpose }, for up to { $months ->
        [one] 1 month
       *[other] { $months } months
    } from then; it ends sooner when I read nothing for { $unused } days. To stop it at any time, type "unlink".
consent-over = Your { $network } line { $number } was unlinked on { $at_date } at { $at_time }: { $why ->
    [unused] nothing was read for { $unused } days
   *[time] the time that you agreed to was over
} (receipt { $reference }). { $business } is no longer allowed to read it. Deleted: the account, with the line's number and network. Kept: the note that you agreed and when it ended, as the law asks for proof.
sharing-reminder = A reminder: { $business } can read your { $network } line { $number }, for { $purpose }. This ends by itself on { $end_date }. To stop now, type "unlink".
unlinked = Done. { $number } is unlinked, and { $business } is no longer allowed to read it, for this chat or any other. Deleted: the account, with the line's number and network. Kept: the note that you agreed and have now stopped, as the law asks for proof.
deleted = Done. Deleted: { $lines ->
    [0] your number and what you began. No line was linked here
   *[other] every line linked here, with number and network; { $business } is no longer allowed to read them, for this chat or any other
}. What stands in this chat, only you can clear.{ $chat_given ->
    [no] {""}
   *[yes] {" "}Your number { $chat } still comes with each message that you write here.
} Kept, if you agreed: a note of when this chat agreed and stopped, as the law asks for proof.
unlinked-for-you = { $business } has unlinked { $number } for you{ $why ->
        [lost] , because its phone is lost or in other hands
        [tricked] , because somebody may have tricked you into linking it
        [again] {" "}once more: you had ended this before, and an older copy of our records did not know
       *[asked] , as you asked
    }. It is no longer allowed to read that line. Deleted: the account, with the line's number and network. Kept: the note that you agreed and that it has ended, as the law asks for proof. If you did not want this: { $support }.
deleted-for-you = { $business } has deleted what was kept of you here{ $why ->
        [lost] , because your phone is lost or in other hands
        [tricked] , because somebody may have tricked you
        [again] {" "}once more: you had asked for this before, and an older copy of our records did not know
       *[asked] , as you asked
    }. Deleted: every line linked in this chat, with number and network; { $business } is no longer allowed to read them through this chat. Kept, if you agreed: a note of when this chat agreed and when that ended, as the law asks for proof. If you did not want this: { $support }.
unanswered = Your answer did not come in time, so nothing was changed.
ask-anew = Shall I ask you again?
kept = All right, nothing was changed.
privacy = { $business } uses your line's details only for { $purpose }. What I keep is locked, and your code is never kept: type "mydata" to see it. Type "unlink" to stop, "delete" to remove everything.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}More: { $privacy }
}

## At every step

person = { $agent_given ->
    [no] To talk to a person at { $business }: { $support }. Still no help { $until }? Then type "person" again.
   *[yes] I told { $agent } of { $business } that you want a person. No word from them { $until }? Then ask { $support }.
} No person needs your code. I am quiet until then; tap "Continue" to go on with me.
person-awaited = I leave that to the person. To go on with me, tap "Continue" or type it.
offer-person = Or talk to a person.
offer-tongue = { $name }? Tap or type it, and I speak it.
proof =
    This is the assistant of { $business }{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }.

    The SMS comes from MTN or Airtel after you choose your network here. Its code lets us read your line: it cannot move money. Type it here only. Nobody from { $business } will ever ask you for it.

    Not sure? Anybody can say so: call { $business } on a number you already know. For questions: { $support }.
proof-code = This is the assistant of { $business }. The code lets us read this line: it cannot move money. Nobody from { $business } will ever ask you for it. Not sure? Do not type it: call { $business } on a number you already know.
proof-site = { $site_given ->
    [no] {""}
   *[yes] On its own site, { $site }, { $business } names this chat as its own.
}
proof-cancel = If you did not start this, type "cancel".
proof-unlink = Your line is linked here. To stop sharing it, type "unlink": it ends at once.
proof-agent = { $agent_given ->
    [no] You came by the link { $reference }. The words that came with it must be { $first } { $second }. If others came, do not go on.
   *[yes] Your agent is { $agent }, reference { $reference }. The two words on their screen must be { $first } { $second }. If they differ, this is not from them: do not go on.
}
help-idle = I help you share the details of an MTN or Airtel line with { $business }.
help-consent = Read what { $business } would like to see. Agree to go on, or decline and nothing happens.
help-scopes = Say for each thing whether { $business } may see it. You can leave out what you like.
help-number = Type the number of the MTN or Airtel line that you want to share. Not sure? Call somebody from it: their phone shows it.
help-network = Choose the network that the line is on today: the one whose airtime you load on it.
help-otp = Open the SMS on the phone with { $number } and type the code here. No SMS? Wait a minute, check that the phone has network, then ask for a new code.
help-other = Here is where we are.
help-linked =
    You can type at any time:
    { $rows }
    - link another line
help-row = - { $command }: { $does }
help-words = You can type at any time: back, cancel, language, person, help.
ask-language = Which language? Wetin be your language?
language-changed = English it is.
cancelled = Cancelled. { $lines ->
    [0] No line
   *[other] No other line
} was linked this time.
cancelled-code = Cancelled. { $lines ->
    [0] No line
   *[other] No other line
} was linked this time, and a code that still comes cannot be used.
continue-later = To go on after all, type "continue" within { $left }.
opted-out = All right: I will not write to you any more. To hear from me again, type START. To stop sharing every linked line, type UNLINK; to have everything deleted, DELETE. That still works.
nothing-to-cancel = Nothing is under way, so there is nothing to stop.
no-way-back = This is the beginning; there is nothing before it.
ask-resume = Shall we go on where we stopped?
ask-resume-line = Shall we go on with { $number }? You may get a new code by SMS.
ask-begin = Tap below whenever you want to start.
time-ran-out = Time is up, so I closed this for your safety. No line was linked this time.
time-ran-out-unknown = Time was up before the network answered. A code that still comes cannot be used.
warning = You have { $left } left to finish this. After that I close it for your safety; you can go on with one tap.
too-many-messages = You sent many messages at once, so I stopped answering for a moment. Please read what came, then write once.
said-again = I have that already.
old-button = That answers an earlier question, so nothing was done. Here is where we are; to stop, type "cancel".
not-understood = I did not understand that.
not-understood-consent = I did not understand. Do you agree? Type "I agree" or "no thanks".
message-unreadable = I could not read your last message. Please send it again as plain text.
oddity-photo = I cannot read pictures. Please answer in words.
oddity-sticker = Nice one! But please answer in words.
oddity-voice = I cannot listen to voice notes. Please type your answer.
oddity-file = I cannot open files. Please answer in words.
oddity-location = I do not need your location. Please answer in words.
oddity-edited = I saw that you changed an earlier message. I only read new ones; please type it again.
oddity-forwarded = I only read what you write yourself, not forwarded messages.
oddity-other = I can only read text. Please answer in words.

## What the messenger shows about the bot

about = I help you share the details of your MTN or Airtel line with { $business }, if you agree. It takes two minutes, and you can stop it at any time. I never ask for a PIN or a bank code.
about-short = Share your MTN or Airtel line with { $business }, safely.
command-start = begin, or see where we are
command-balance = balances of your linked line
command-transactions = what came and went, month by month
command-statement = the same as a file
command-usage = six months of it: spent, borrowed, came in
command-accounts = your linked lines
command-mydata = who can see what of you
command-choose = choose what they may see
command-receipt = what you agreed to, and when it ended
command-privacy = what happens to your details
command-unlink = stop sharing it
command-delete = delete everything
command-language = another language
command-person = talk to a person
command-cancel = stop what we are doing
command-help = what I can do

## Buttons, and the words that mean the same

button-agree = I agree
    .words = yes, y, agree, i agree, accept, yes i agree
button-decline = No, thanks
    .words = no, n, decline, no thanks, i do not agree, i don't agree, disagree, reject
button-proof = Is this real?
    .words = is this real, real, proof, is it real, is this a scam, scam, fraud, who are you
button-choose = Hide something
    .words = choose, choose what, let me choose, leave something out, leave out, only some, not everything, not all, share less, hide something
button-allow = Yes, this too
    .words = yes, y, yes this too, allow, allow it, this too, show it, share it
button-leave-out = No, leave it out
    .words = no, n, leave it out, not this, leave it, no leave it out, not this one, skip, hide it, do not show it, do not share it, none
button-hide-identity = Hide my identity
    .words = hide my identity, identity, name, my name, hide my name, hide name
button-hide-balances = Hide my balances
    .words = hide my balances, hide my balance, hide balances, hide balance
button-hide-transactions = Hide transactions
    .words = hide transactions, hide my transactions
button-own-number = Use { $number }
    .words = use my number, my number, this number, own, mine
button-mtn = MTN
    .words = mtn
button-airtel = Airtel
    .words = airtel
button-new-code = Send a new code
    .words = new code, resend, send again, send a new code, send new code, no code, no sms, i did not get it, another code
button-change-number = Change number
    .words = change number, wrong number, other number, another number, change, change network, wrong network
button-resume = Continue
    .words = continue, yes, resume, go on, ok, try again
button-begin = { $again ->
    [yes] Start over
   *[no] Start
}
    .words = begin, start over, start again, new
button-link-another = Link another line
    .words = link another line, link another, another line, link a line, link line, link, new line, add a line
button-help = Help
    .words = help, menu, ?, how, what can you do
button-cancel = Cancel
    .words = cancel, quit, exit, end, stop, leave me, no thanks, i don't want, i do not want, not interested
button-back = Back
    .words = back, go back, previous
button-language = Language
    .words = language, languages, lang, change language
button-person = Talk to a person
    .words = person, human, agent, talk to a person, talk to somebody, support, customer care, call me
# What this language calls itself: the button that chooses it, in every language.
language-name = English
    .words = english, eng, language english
button-balance = Balance
    .words = balance, balances, my balance, check balance, airtime, data
button-transactions = Transactions
    .words = transactions, transaction, history
button-statement = Statement
    .words = statement, statement file
button-more = More
    .words = more, next, next page, show more, show me more, see more, more transactions
button-usage = Usage
    .words = usage, spending
button-accounts = Linked lines
    .words = accounts, account, lines, my lines
button-mydata-file = All of it as a file
    .words = as a file, all of it as a file, my data as a file, download my data, export my data, give me my data, send me my data, send me my details, send me my records, send me my information, give me all my data, give me all my information
button-mydata = Who sees what
    .words = mydata, who sees what, my record, my records, what you keep, what do you keep, what you know about me
button-unlink = Unlink
    .words = unlink, stop sharing, withdraw, withdraw consent, revoke
button-privacy = Privacy
    .words = privacy, policy, privacy policy
button-receipt = Receipt
    .words = receipt, consent
button-delete = Delete everything
    .words = delete, erase, forget me, delete everything, delete my data
button-confirm = Yes, do it
    .words = yes, y, confirm, sure, do it, ok
button-keep = No, keep it
    .words = no, n, keep, keep it, don't
button-share-on = Keep sharing
    .words = keep sharing
button-stop-sharing = Stop now
    .words = stop now, stop it now
button-not-my-name = Not my name
    .words = not my name, that is not my name, that's not my name, this is not my name, this is not me, that is not me, wrong name, not me, the name is not mine, name is not mine, that name is not mine, it is not my name, the name is wrong, name is wrong, my name is wrong, date of birth is wrong, my date of birth is wrong, that is not my date of birth, the gender is wrong, my gender is wrong, i am not female, i am not male, is not my name, my name is not correct, the name is not correct, the date of birth is wrong, wrong date of birth
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
progress = Still asking the network; thank you for waiting.
progress-done = Thank you for waiting.
menu-hint = To choose, reply 1, 2 … or the word:
menu-hint-words = To choose, type the words:
list-label = Choose

## Words that stop and start the messages themselves, where a channel's rules ask for them

word-stop = STOP
    .words = stop, stop all, stopall, unsubscribe, opt out, optout, stop messages, stop messaging me
word-start = START
    .words = start, unstop, subscribe, opt in, optin

# At the very end of /link: send the invitation straight to the number.
word-send = send
    .words =
        send, send it, send now, send it now, send on whatsap, send it on whatsap, send to whatsap, send it to whatsap,
        send to them, send to her, send to him, send it to them, send it to her, send it to him, send it to their whatsap,
        send it to her whatsap, send it to his whatsap, send it on their whatsap, send directly, send it directly

## The link's page

page-title = A request from { $business }
page-heading = { $business } asks to see details of your MTN or Airtel line
page-purpose = It is for { $purpose }, and only if you agree. It takes about two minutes.
page-agent = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } from { $business }
} sent you this link.
page-continue = Continue on { $channel }
page-until = The link works once and ends { $until }.
page-scan = Scan with your phone's camera to go on there.
page-qr = QR code of this page
page-steps = What happens next
page-step-agree = Send the first message as it is, or tap Start. Then read what { $business } would see, and agree or decline.
page-step-code = You give your number. MTN or Airtel sends you a code by SMS.
page-step-done = You type the code in that same chat. You can stop sharing at any time.
page-sms = What the SMS looks like
page-sms-from = MTN or Airtel
page-sms-text = Your code is 123456. Do not share it with anybody.
page-sms-note = It comes only after you asked for it in the chat; its words may differ. The code lets { $business } read this line: it cannot move money.
page-safe = Stay safe
page-safe-code = Type the code in the chat and nowhere else. Nobody needs to hear it{ $agent_given ->
    [no] {""}
   *[yes] , { $agent } included
}.
page-report = You did not expect this, or somebody asks you for the code? Stop, and call { $business } on a number you already know.
page-report-to = To report it: { $support }.
page-site = { $site_given ->
    [no] {""}
   *[yes] On its own site, { $site }, { $business } names this bot as its own.
}
page-privacy = How your details are handled
page-quiet = This page sets no cookies and does not follow you.
page-languages = Language
page-file = Your file
page-file-next = You asked for it in the chat. It can be fetched once, within ten minutes.
page-file-get = Get the file
page-file-gone = This file is not here any more
page-file-gone-next = It was fetched already, or its ten minutes are over. Ask for it again in the chat.
page-gone = This link cannot be used
page-gone-next = It was used already, has ended, or is not complete. Ask the person who sent it for a new one.
page-receipt-valid = This receipt is valid
page-receipt-valid-next = { $business } gave it on { $at_date }, and it has not ended. It holds until { $end_date } at the latest.
page-receipt-narrowed = This receipt is valid, in part
page-receipt-narrowed-next = { $business } gave it on { $at_date }, and it has not ended. Since { $narrowed_date } less may be read than it first said: the signed receipt says what.
page-receipt-ended = This receipt has ended
page-receipt-ended-next = { $business } gave it on { $at_date }. It ended on { $ended_date } at { $ended_time }: nothing may be read under it any more.
page-receipt-unknown = This receipt is not known here
page-receipt-unknown-next = The address is not complete, or no receipt was ever given with it. Do not rely on it.
page-receipt-signed = The signed receipt, for whoever wants to check it
page-busy = One moment, please
page-busy-next = Too many pages were opened from your network. Try again in { $wait }.

## Agents
# Read on a phone in the field. $link is a link's reference with its masked number; $where, $why, $advice and $state
# are entries of this section. What the agent forwards (agent-forward, agent-invite) stands alone in its message.

agent-welcome = Welcome, { $name }. You can now make links for customers of { $business }.
agent-help =
    What you can type, with or without the slash:
    { $rows }
agent-help-row = /{ $command } - { $does }
agent-help-own-line = For your own line, linked in this chat: balance, transactions, usage, accounts, receipt, privacy, mydata, unlink, delete.
agent-does-link = make a link: number, network, note
agent-does-links = your links: add open, stuck, today, a number, a note
agent-does-status = how one link stands: add reference or number
agent-does-cancel = end a link early: add its reference
agent-does-remind = the text to forward again: add the reference
agent-does-hand = give a link to an agent: reference, name
agent-does-today = how today is going
agent-does-unlink = stop sharing your own line
agent-does-language = English or Pidgin
agent-does-help = what you can type
agent-does-agents = who the agents are
agent-does-invite = make somebody an agent
agent-does-remove = end somebody's work as an agent
agent-does-name = what customers read beside your links
agent-misuse = Something is missing. Like this: { $example }
agent-misuse-wrong = I did not understand what stands behind it. Like this: { $example }
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
agent-not-understood = I did not understand that. Type "help" for what I know.
agent-answer-thanks = You are welcome.
agent-answer-greeting = Hello! Type "link" to make a link, or "help" for all that I know.
agent-answer-no-code = Ask them: is there network, and is the number right? After a minute they tap "Send a new code" in their own chat. Where it stands: type /status and the number.
agent-answer-wrong-code = Only the newest SMS counts: they look at it again, or tap "Send a new code". Each code has only a few tries; then a new one is needed.
agent-answer-not-opening = Type /status and its reference or number: it may be over, or somebody else's. /remind gives you the text once more. With a camera, the picture opens it too.
agent-answer-code-theirs = Never: the code is theirs alone. Do not ask for it, hear it, see it or type it; they type it in their own chat.
agent-answer-real = They tap "Is this real?" in the chat: it shows the business, your name and the two words, the same as yours. They can also call the business on a number they know.
agent-answer-not-served = For now it works with an MTN or Airtel line. If they have one, make the link for that.
agent-mended = Link { $link } is for { $network } now. The text that I gave you stays good.
agent-mend-same = Link { $link } is for that already.
agent-mend-which = Link { $link } is for { $network_given ->
    [no] any network
   *[yes] { $network }
}. Which one is right? Type it: "sorry, MTN" or "sorry, Airtel".
agent-mend-number = Link { $link } stays, for its number cannot be changed. End it: /cancel { $reference }
agent-mend-late = Link { $link } cannot be changed any more: { $state }. { $over ->
    [yes] Make a new one:
   *[no] First end it: /cancel { $reference } Then make a new one:
} { $line_given ->
    [no] type /link, the whole number, { $network_given ->
        [no] the network
       *[yes] { $network }
    } and your note, in one line.
   *[yes] { $line }
}
agent-mend-how = Link { $link } is for { $number_given ->
    [no] any line
   *[yes] { $number }
}{ $network_given ->
    [no] {""}
   *[yes] {" "}({ $network })
}, and a number cannot be changed. Is it wrong? End it: /cancel { $reference } Then type /link, the whole right number, the network and your note, in one line.
agent-answer-mend = The number of a link cannot be changed. End it with /cancel and its reference, which "links" shows, and make a new one with /link.
agent-answer-unlink = Only the customer can stop it: they type "unlink" in their own chat, or "delete" to have everything deleted. It ends at once, and I tell you.
agent-answer-words = Your two words stand in the link's message, and /status shows them again. If their screen shows others, it is not your link: they stop, agree to nothing and type no code. Then make a new link.
agent-answer-person = Ask your administrator, or { $support }.
agent-answer-person-admin = Ask { $support }.
agent-answer-private = I show you no balance, transaction or name of a customer. What the business reads of a line, the business has.
agent-answer-free = It is free for them: nobody charges them, and no airtime or money can be moved.
agent-answer-takes = It takes them about two minutes. A link works for { $life } after you make it; /status and its reference show when it ends.
agent-answer-lost = They tell { $support } now, and ask their network to block the SIM. They give no code to anybody.
agent-answer-own-line = Whoever owns a line agrees for it, in a chat of their own. Make the link for a line that is the customer's own.
agent-answer-lasts = A link works once, for one customer, for { $life } after you make it. When it ends stands in its message; /status and its reference show it again.
agent-answer-leave = An administrator takes you out: ask yours to type /remove { $name }. Your open links end with it. To give them to another agent before, type /hand all and that agent's name.
agent-answer-leave-admin = You are an administrator: only the operator can change that, in the settings. Your open links end with it. To give them to an agent before, type /hand all and that agent's name.
agent-old-button = That answers an earlier question.
agent-old-link = That button is too old: I no longer know which link it was for. Type /status and the reference.
agent-left = All right, no link was made.
agent-code-typed = That looks like a code, so I did nothing with it. An amount? Write it like ₦5000 and send it all again. A phone number? Write it in full. A customer's code is for the customer alone: never ask for it, never type it.
agent-own-link = You are an agent, so you cannot be the customer of a link. Forward it to the customer instead; they open it on their own phone.

## Agents: a link

agent-ask-number = Which phone number is the link for? Type it like 0803 123 4567. With a number the link works for that line alone, and the customer need not type it.
agent-explain-link = Type the number, the network and a note for yourself in one line, like this: { $example }. Or type "link", and I ask for one after the other.
agent-offer-link = I make a link for { $number }. If you want none, type "cancel".
agent-ask-network = Which network{ $known ->
    [yes] {" "}is { $number } on
   *[no] {""}
}? Skip it if you are not sure; the customer chooses.
agent-ask-note = A note for yourself{ $line_given ->
    [yes] {" "}on the link for { $line }
   *[no] {""}
}, such as what it is for? The customer does not see it.
agent-keep-note = Your note on the link{ $line_given ->
    [yes] {" "}for { $line }
   *[no] {""}
} is "{ $note }". Type another, or skip to leave it.
agent-doubt-note = Is "{ $note }" your note? I am not sure, so I make no link of it yet. If it is, put "note:" before it: note: { $note }
agent-waits = All right, I wait. No link is made until you answer.
agent-number-stuck = There is a phone number in that, but something sticks to it. Put a space before and after it, and send it all again.
agent-ask-send = Or type "send": then I also send the invitation to their { $chat }.
agent-ask-name = What name shall customers see beside your links? Type it like Ada Obi.
agent-name-first = Customers read the name { $name } beside it. To change that, type /name and the name.
agent-name-how = Shall customers read the name { $name } beside your links? Then type /name { $name }
agent-name-now = Customers read the name { $name } beside your links now.
agent-name-taken = There is an agent called { $name } already. Add another name, so that people can tell you apart.
agent-number-in-words = There is a phone number in words in that. Write it in digits, like 0803 123 4567, and send it all again.
agent-opted-out = All right: I will not write to you any more, and you hear nothing of your links. To hear from me again, type START.
agent-text-languages = I can write the text to forward in these languages only: { $languages }. No link is made yet: send it again with one of them at the end, or with none.
agent-too-long = That is too long to read: { $most } letters at most. Send the number, the network and a short note.
agent-two-networks = I found two networks in that, and nothing is made yet.
agent-which-network = I know no network "{ $word }", and nothing is made yet.
agent-understood = I understood: { $number_given ->
        [no] any line
       *[yes] { $number }
    }{ $network_given ->
        [no] {""}
       *[yes] {" "}· { $network }
    } · { $note_given ->
        [no] no note
       *[yes] note: { $note }
    } · their text in { $language }
agent-line-linked = That line is linked already. Make sure that it is the right number, and that they want it again.
agent-line-linking = Another agent has an open link for that number. Ask before you go on, so that your customer gets one.
agent-paused = { $words_given ->
    [no] Linking is paused just now, and customers are told so. Their link works again when that is over, until its end.
   *[yes] Linking is paused just now, and customers are told: "{ $words }" Their link works again when that is over, until its end.
}
agent-several-numbers = That makes more than one phone number, and one link is for one line. No link is made: send them one by one.
agent-no-link-either = { $number_given ->
    [no] The link that you began before is not made either.
   *[yes] The link for { $number } that you began before is not made either.
} Send all of the one that you want in one line.
agent-two-references = I found two references (ref:) in that. One link has one. Send it all again, with one of them.
agent-reference-number = The reference (ref:) is a phone number, or holds one. Let it be an id of your business's own, and send it all again.
agent-twin = There is an open link for that number already: { $link }. Type /remind { $reference } or /cancel { $reference }.
agent-link-made =
    Link { $link } is ready. It works once and ends { $until }.
    Match words: { $first } { $second }. The customer's screen must show the same.
agent-link-external = Your reference for it: { $external }
agent-link-page = Its page: { $page }
agent-sending = I am sending it to their { $chat } as well, and tell you if it does not arrive.
agent-not-sent-theirs = I did not send it: they have begun in a chat of their own. Give them the text yourself.
agent-not-sent-off = I did not send it to them myself: that is not set up here.{ $word_given ->
    [no] {""}
   *[yes] {" "}"{ $word }" stays in your note.
}
agent-not-sent-no-number = I did not send it to their { $chat }: the link has no number.{ $word_given ->
    [no] {""}
   *[yes] {" "}"{ $word }" stays in your note.
}
agent-limit-invitations-per-number-day = I did not send it to their { $chat }: an invitation went to that number less than a day ago. I can send the next { $again }, in { $wait }.
agent-limit-invitations-per-number-week = I did not send it to their { $chat }: three invitations went to that number within a week. I can send the next { $again }, in { $wait }.
agent-link-next = Forward the next message to them, or let them scan the picture. I tell you how it goes. Never ask for the code that they get.
agent-forward =
    Hello, this is { $agent_given ->
        [no] { $business }
       *[yes] { $agent } from { $business }
    }. Please open this to share details of your MTN or Airtel line for { $purpose }:
    { $links }
    Our two words: { $first } { $second }. If the chat shows other words, stop. It works once and ends on { $until_date } at { $until_time }. You will get a code by SMS: nobody from { $business } will ever ask you for it, me included.
invited-by = { $agent_given ->
    [no] { $business }
   *[yes] { $agent } from { $business }
}
agent-limit-links-per-agent-hour = You have made as many links as one hour allows. You can make the next { $again }, in { $wait }.
agent-links-left = You can make { $left ->
    [one] 1 more link
   *[other] { $left } more links
} now. It is { $most } in any hour.
agent-limits = With "send" at the end a number gets { $a_day } invitation a day, { $a_week } a week, from all agents together. /remind gives the text of one link { $again } times a day.
agent-no-links-left = You have made all { $most } links of this hour. You can make the next { $again }, in { $wait }.
agent-limit-reminders-per-link-day = That link was sent often enough today. You can send it again { $again }, in { $wait }.
agent-link-name = { $reference }{ $number_given ->
    [no] {""}
   *[yes] {" "}({ $number })
}
agent-link =
    { $link }: { $state }, { $when }.{ $over ->
        [yes] {""}
       *[no] {" "}It ends { $until }. Match words: { $first } { $second }.
    }{ $account_given ->
        [no] {""}
       *[yes] {" "}Account ID: { $account }.
    }{ $note_given ->
        [no] {""}
       *[yes] {" "}Note: { $note }.
    }{ $external_given ->
        [no] {""}
       *[yes] {" "}Your reference: { $external }.
    }{ $name_given ->
        [no] {""}
       *[yes] {" "}Agent: { $name }.
    }
agent-reminded-of = The text for { $link }, once more. Another link? Type /remind and its reference.
agent-one-link-only = I take one link at a time, and found more than one reference. Nothing is done: send them one by one.
agent-no-such-link = I know no link of yours with that reference. Type "links" to see them.
agent-link-over = { $link } is over: { $state }.
agent-cancel-this = { $only ->
    [no] The link on your screen is { $link }
   *[yes] One link of yours is open: { $link }
}, { $state }. To end it, tap "Cancel link"; if not, do nothing.
agent-cancel-none = No link of yours is open: there is nothing to cancel.
agent-cancelled = { $link } is cancelled. { $agreed ->
    [no] It cannot be used any more.
   *[yes] They had agreed already, and may still go on by themselves, with a number that they type. I tell you if they do.
}
agent-cancelled-for-you = { $name_given ->
    [no] An administrator
   *[yes] { $name }
} has cancelled { $link }. It cannot be used any more.
agent-handed = { $link } is now with { $name }.
agent-handed-you = { $name_given ->
    [no] You have been given the link { $link }.
   *[yes] { $name } gave you the link { $link }.
} From now on I tell you how it goes.
agent-handed-from-you = { $link } is with { $name } now. You hear no more of it.
agent-has-it = { $link } is with { $name } already.
agent-no-such-agent = I know no agent called { $name }. { $admin ->
    [yes] Check the spelling: /agents shows who there is.
   *[no] Check the spelling, or ask your administrator.
}

## Agents: the board

agent-rows = { $rows }
agent-rows-next = For one of them, type its reference behind /status, /remind or /cancel, like this: /cancel { $reference }
agent-hand-how = To hand it over, type its reference: { $line }
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
agent-days-known = By name I know only today's and yesterday's. How many there were on each day: /report 7
agent-board-count = { $total ->
    [one] 1 link:
   *[other] { $total } links:
}
agent-row-without = { $number } · linked without a link · { $when }
agent-today-without = Linked today without a link: { $count }. Type "/links without" to see them.
agent-just-now = just now
agent-ago = { $ago } ago
agent-on = on { $at_date }
agent-board-empty = { $page ->
    [0] { $which ->
        [open] You have no open links.
        [done] No link is done yet.
        [failed] No link has failed.
        [without] No line was linked without a link in the last 30 days.
        [state] { $state ->
            [have-opened] No link has been opened.
            [have-agreed] Nobody has agreed.
            [have-linked] Nobody has linked.
            [have-cancelled] Nobody has cancelled.
            [not-agreed] No link that goes on waits for somebody to agree.
            [opened-not-agreed] Nobody has opened a link and not agreed.
            [opened-not-linked] Nobody has opened a link and not linked.
            [agreed-not-linked] Nobody has agreed and not linked.
           *[other] No link is { $state } now.
        }
        [day] You have no such link of that day.
        [none] I found no link like that. I look for a number, a note, a reference, a state, "today" or "yesterday".
       *[all] You have no links yet. Type "link" to make one.
    }
   *[other] There are no more.
}
agent-board-empty-of = { $page ->
    [0] { $which ->
        [day] { $name } has no such link of that day.
       *[other] { $name } has no such link.
    }
   *[other] There are no more.
}
agent-board-empty-on = { $page ->
    [0] { $name_given ->
        [yes] { $name } has no such link on { $networks }.
       *[no] You have no such link on { $networks }.
    }
   *[other] There are no more.
}
agent-only-on = On { $networks } only:
agent-today-of = { $name }:
agent-several-called = Several agents are called so: { $names }. Type the whole name.
agent-whole-name = { $names }? For this I need the whole name: type it, please.
agent-today =
    Links made today: { $made }
    opened { $opened } · agreed { $agreed } · code sent { $sent } · code right { $verified } · linked { $linked }
agent-today-network = { $network }: { $made } · code sent { $sent } · code right { $verified } · linked { $linked }
agent-today-none = No link was made today.
report = Links made { $from } to { $until }: { $made }
    opened { $opened } · agreed { $agreed } · code sent { $sent } · code right { $verified } · linked { $linked } · still linked { $still }
    { $drop }
    Code right: { $verified } of { $sent }{ $timed ->
        [yes] {" · "}half of them linked within { $minutes } min of opening
       *[no] {""}
    }
    Linked each day: { $days }
    Network (linked of made): { $network }
    Language: { $language }
    Channel: { $channel }
    Agent: { $agent }
report-charged = Messages that are charged for, for each linked line: { $each }
report-none = No link was made from { $from } to { $until }.
report-drop = Most stopped { $step }: { $lost }; of these { $alike }: { $why }
report-no-drop = Not one stopped on the way.
report-none-linked = none
report-after-0 = before they were opened
report-after-1 = between opening and agreeing
report-after-2 = between agreeing and the code
report-after-3 = at the code
report-after-4 = after the code was right
report-after-5 = after they were linked
report-why-stuck = stuck, and not over yet
report-why-declined = declined
report-why-expired = ended by themselves
report-why-cancelled = cancelled by an agent
report-why-withdrawn = withdrawn by the customer, or ended by the network
report-share = { $name } { $linked } of { $made }
report-unknown = not known
report-no-agent = no agent (any more)
report-days = Say how many days, 1 to { $most }: /report 30
report-weekly = Your week. To stop these: /report off
report-off = All right, no weekly report any more. To have it again: /report on
report-admins = The weekly report goes to administrators only. The figures of your own links: /report
report-on = All right, every Monday morning I send you the report of the week before.
picture-report-on = Links on { $networks }, { $from } to { $until }
picture-report = Links, { $from } to { $until }
picture-step-made = Made
picture-step-opened = Opened
picture-step-agreed = Agreed
picture-step-sent = Code sent
picture-step-verified = Code right
picture-step-linked = Linked
picture-step-still = Still linked
picture-linked-a-day = Linked each day, at most
agent-does-report = the figures of the last days
agent-example-report = /report 30
agent-example-language = /language
agent-example-help = /help
agent-example-agents = /agents
agent-state-open = made, not opened yet
agent-state-opened = opened
agent-state-agreed = agreed
agent-state-code-sent = code sent
agent-state-stuck = stuck at { $where }: { $why }
agent-state-linked = linked
agent-state-declined = declined
agent-state-expired = ended by itself, at { $where }
agent-state-cancelled = cancelled
agent-state-withdrawn = withdrawn
agent-at-unopened = the start: nobody opened it
agent-at-consent = the consent
agent-at-number = the number
agent-at-network = the network
agent-at-sending = sending the code
agent-at-code = the code
agent-at-summary = the summary

## Agents: what becomes of a link

agent-told-opened = { $link } was opened. Next they agree or decline.
agent-told-agreed = { $link }: they agreed. Next they confirm the line and its network.
agent-told-code-sent = { $link }: the code was sent by SMS. They type it in their own chat; never ask for it.
agent-told-stuck =
    { $link } is stuck at { $where }: { $why }.
    Say to them: "{ $advice }"
agent-told-linked = { $link } is linked. Account ID: { $account }
agent-told-declined = { $link }: they declined. Nothing was shared. Please respect it.
agent-told-expired = { $link } has ended by itself. It stood at { $where }. Type "link" for a new one.
agent-told-refused = { $link } is not linked: { $why }. Nothing was shared.
agent-told-ended = { $link } is not linked any more: { $why }. { $business } is no longer allowed to read that line.
agent-told-withdrawn = { $link } is not linked any more: the consent for it has ended. { $business } is no longer allowed to read that line.
agent-told-unwanted = { $link }: they do not want messages from me, so they get none any more. Nothing was shared. Please respect it.
agent-told-contested = Somebody else tried to use { $link }, which belongs to its first customer. They were told to ask you. If your customer is locked out, type /cancel { $reference }, then make a new link with /link.
agent-told-note = Your note: { $note }
agent-told-by-themselves = They did that in a chat of their own, without opening that link.
agent-told-gone-on = They had that link before it ended, and went on without it.
agent-told-beside = Whoever had the link { $link } has linked another line, { $number }. Account ID: { $account }
agent-told-reminder = Nobody has opened { $link } yet, and it ends { $until }. Type /remind { $reference } for the text to forward.

# Why the invitation that was sent straight to the number did not arrive.
agent-unsent-not-there = { $link }: my message did not arrive, for that number is not on { $chat }. Forward the text that I gave you another way.
agent-unsent-unwanted = { $link }: I sent them nothing, for they do not want messages from me. Please respect it: give them the text only if they ask you for it.
agent-unsent-withheld = { $link }: my message did not arrive, for { $chat } holds such messages back from them just now. Forward the text that I gave you.
agent-unsent-busy = { $link }: my message did not arrive, for { $chat } takes no more of them from us just now. Forward the text that I gave you.
agent-unsent-ours = { $link }: my message did not go out, for our { $chat } is not set up right; please tell the business. Forward the text that I gave you.
agent-unsent-refused = { $link }: my message did not arrive, for { $chat } did not take it. Forward the text that I gave you.
agent-unsent-late = { $link }: my message did not go out in time, so I did not send it any more. Forward the text that I gave you.
agent-unsent-unknown = { $link }: { $chat } does not answer, so I do not know whether my message arrived. Ask them, or forward the text that I gave you.

agent-why-none = the reason is not known
agent-why-foreign-number = the number is not Nigerian
agent-why-not-mobile = the number is not a mobile number
agent-why-other-number = they gave another number than the link is for
agent-why-not-served = their network is not supported yet
agent-why-not-on-network = the network does not know that number
agent-why-network-down = the network cannot be reached just now
agent-why-no-code = the network could not send a code for that line
agent-why-no-answer = the network did not answer
agent-why-codes-used-up = they have had all the codes they can have for now
agent-why-short-wait = a code was asked for a moment ago, and the next one can be in a minute or two
agent-why-too-many-people = too many codes are being asked for just now
agent-why-wrong-code = the code they typed was wrong
agent-why-wrong-code-last = the code was wrong too often
agent-why-code-expired = the code was too old
agent-why-tries-used-up = too many codes were tried for that number today
agent-why-link-again = the code was right, but the last step failed
agent-why-our-fault = something on our side is not right
agent-why-person = they asked for a person
agent-why-not-understood = they cannot go on: three messages in a row were not understood
agent-why-cancelled = they cancelled
agent-why-time = the time ran out
agent-why-too-young = the owner of the line is too young
agent-why-left = they blocked the chat
agent-why-forgotten = they had everything about them deleted
agent-why-opted-out = they want no messages from me

agent-advice-none = Please open the chat and go on where you stopped.
agent-advice-foreign-number = Please use the number of a Nigerian MTN or Airtel line.
agent-advice-not-mobile = Please use the number of an MTN or Airtel SIM.
agent-advice-other-number = The link is for one line only. Tell me the other number, and I send you a new link.
agent-advice-not-served = For now it works with an MTN or Airtel line. Do you have one?
agent-advice-not-on-network = Please check the number, or choose the other network if you moved your line.
agent-advice-network-down = The network is busy. Please try again in a few minutes.
agent-advice-no-code = Please check the number and the network, and try again.
agent-advice-no-answer = The network was slow. Please go on in the chat; it says what to do.
agent-advice-codes-used-up = That is all for now. The chat says when you can have the next code.
agent-advice-short-wait = Please wait a minute or two, then ask for the code again in the chat.
agent-advice-too-many-people = Many people are doing this now. The chat says when to try again.
agent-advice-wrong-code = Please look at the newest SMS; only that code works.
agent-advice-wrong-code-last = Please tap "Send a new code", and use the newest SMS.
agent-advice-code-expired = Please tap "Send a new code", and type it within ten minutes.
agent-advice-tries-used-up = The chat says when you can try again. Nothing is lost.
agent-advice-link-again = We are sorry. Please choose your network again for one more code.
agent-advice-our-fault = It is our mistake, not yours. Please try again later; nothing is lost.
agent-advice-person = I am here. How can I help?
agent-advice-not-understood = Tell me what you see on the screen, and I help you on.
agent-advice-cancelled = You stopped it; that is fine. If you want to go on, write to the chat again.
agent-advice-time = The chat closed for your safety. To go on, tap the button under its last message, or write "start".
agent-advice-too-young = I am sorry, this line cannot be shared: its owner is too young.
agent-advice-left = You have blocked the chat. If you still want this, unblock it and write "start".
agent-advice-forgotten = Everything was deleted, as you asked. If you want to start anew, I send you a new link.
agent-advice-opted-out = You get no messages any more, as you asked. If you want to start anew, I send you a new link.

## Agents: who is one

agent-nobody = Nobody was made an agent yet. Type /invite and a name.
agent-nameless = You are an administrator, and stand here as soon as you have a name: /name and what customers are to read.
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
agent-invited = Forward the next message to { $name }. It makes one person an agent, once.
agent-invite =
    { $business } invites you, { $name }, to be an agent. Before { $until_time } on { $until_date }, from your own phone, write this to me{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }:
    /join { $code }
agent-name-refused = Customers would take { $name } for a network or a business. Give a person's own name, like Ada Obi.
agent-name-too-long = That name is too long: { $most } letters at most, like Ada Obi.
agent-invite-open =
    For { $name }, on your own phone. Tap one of these:
    { $links }
agent-new-phone = { $name } is an agent already. Forward the next message to { $name }'s new phone: name and links go there, and the old phone is no agent's any more. One use.
agent-moved-you = Your work as an agent goes on from another phone now. If that was not you, tell { $support } at once.
agent-pending = Invited, not joined yet: { $names }. To take an invitation back, type /remove and the name.
agent-revoked = The invitation for { $name } does not work any more.
agent-handed-none = There is no link to hand over.
agent-handed-all-from-you = All your links are with { $name } now. You hear no more of them.
agent-handed-all = { $count ->
    [one] 1 link is
   *[other] { $count } links are
} with { $name } now.
agent-handed-all-you = { $count ->
    [one] 1 link is
   *[other] { $count } links are
} yours now. Type /links to see them. From now on I tell you how they go.
agent-alarm-codes = { $name } typed what looks like a customer's code several times today. I read none of it. Ask { $name } why: nobody may ask a customer for a code. /remove ends their work.
agent-alarm-provider = Linking does not work: the service that reads the lines refuses our key or our account. Nobody gets a code until the operator has mended that; "telcolink doctor" says what is wrong.
agent-alarm-channel = { $channel } takes no messages from me just now, or I hear nothing from there. Customers there wait. The operator finds why with "telcolink doctor".
agent-joined = { $name } is now an agent.
agent-join-refused = That code does not work: it was used, is too old, or has a wrong letter. Ask for a new one.
agent-join-already = You are an agent already.
agent-join-has-lines = A line is linked in this chat, so it is a customer's. Be an agent from another phone, or type "unlink" first.
agent-limit-joins-per-contact-hour = Too many codes were tried here. You can try again { $again }, in { $wait }.
agent-removed = { $name } is no longer an agent. { $count ->
    [0] There were no open links.
    [one] 1 open link was ended.
   *[other] { $count } open links were ended.
}
agent-removed-you = You are no longer an agent of { $business }.{ $count ->
    [0] {""}
    [one] {" "}Your open link has ended.
   *[other] {" "}Your { $count } open links have ended.
}
agent-remove-admin = { $name } is an administrator. Only the operator can change that, in the settings.
agent-lapsed = { $name } has not written to me for { $days ->
    [one] a day
   *[other] { $days } days
} and is no longer an agent. { $count ->
    [0] There were no open links.
    [one] 1 open link was ended.
   *[other] { $count } open links were ended.
} News of their links comes to you now. To have them back: /invite { $name }
agent-idle-soon = You have not written to me for a long time. From { $until_date } you are no longer an agent of { $business }. To stay one, write anything to me before, such as /links.
agent-lapsed-you = You have not written to me for very long, so you are no longer an agent of { $business }.{ $count ->
    [0] {""}
    [one] {" "}Your open link has ended.
   *[other] {" "}Your { $count } open links have ended.
} To come back, ask your administrator for an invitation.
button-link-remind = Remind
    .words = remind, remind again, text again, send again
button-link-status = Status
    .words = status, link status
button-link-cancel = Cancel link
    .words = cancel link, cancel this link, end link
button-any-number = Any number
    .words =
        any number, any, no number, anyone, skip, without a number, without number, no number yet,
        i do not have her number, i do not have his number, i do not have their number, i do not have the number
button-skip = Skip
    .words = skip, no, none, nothing, not sure, i am not sure, i do not know, do not know, no idea, no note,
        the customer chooses, customer chooses, let the customer choose, the customer will choose, she will choose, he will choose, they will choose

## Answers to what people ask, at any step

answer-free = It is free: neither { $business } nor I charge you, and the SMS with the code costs you nothing.
answer-money = I cannot move money or airtime and cannot reach any bank account. { $business } can only read what you agreed to.
answer-calls = No. Nobody sees or hears your calls, messages, contacts or chats: only what you agree to.
answer-why-number = The network knows a line by its number: it sends the code there, so that nobody but you can agree for it. { $business } uses it only for { $purpose }.
answer-who-sees = Only { $business }, only what you agree to, and only for { $purpose }. It passes through the service that reads the networks for them, and is not sold. Type "unlink" at any time to stop it.
answer-who-sees-none = Nobody now: no line is linked here. If you agree to link one, only { $business } sees what you agree to, and only for { $purpose }.
answer-own-choice = It is your choice. If you decline, nothing is shared; what that means for { $purpose }, { $support } can tell you. If you agree, you can stop at any time: type "unlink".
answer-own-choice-linked = It is your choice. Type "unlink" at any time, and { $business } is no longer allowed to read your line. You can link it again when you like.
answer-why-details = { $business } looks at it only for { $purpose }. You decide: to leave something out, type "choose".
answer-why-birth = { $business } sees by it whose line this is{ $adult ->
    [0] {""}
   *[other] , and that the owner is { $adult } or older
}. To leave it out, type "choose".
answer-next-linked = Your line is linked and { $business } knows it: you need do nothing more here. For { $purpose } ask them: { $support }.
answer-what-seen = If you agree, { $business } sees only { reads }. { seen-kinds } To leave something out, type "choose".
answer-what-seen-none = Nothing now: no line is linked here. { $agreed ->
    [yes] Once one is
   *[no] If you agree to link one
}, { $business } sees only { reads }. { seen-kinds }
answer-name = The name and the birth date are those on the record of your network, as this line was registered there. I cannot change them: your network can, if you ask for it with your ID.
answer-line-unchanged = No. I cannot block your line, swap your SIM or change anything on it. { $business } can only read what you agree to.
answer-robot = I am a computer program of { $business }, and no person. A person is one tap away.
answer-cannot-read = I can only write. For help by voice: { $support }. They never need your code.
answer-before = No. Nothing is read before you have agreed and typed the code that your network sends you.
answer-others-line-linked = Is the line that is linked here not yours? Then type "unlink": only its owner may share it. To link a line of your own, type "link another".
answer-pin = No PIN, password or bank card is ever needed here. Tell them to nobody, and do not type them here. Gave one away already? Call your bank now.
answer-others-line = Only your own line, please: whoever owns a line agrees for it in a chat of their own. If it is yours all the same, type the number alone.
answer-former-owner = A number can have had another owner before, and the network's record may still show that one: only the network can correct it. If the line is yours now, you may share it. If the name that I show for it is not yours, type "not my name" then. Or talk to a person.
answer-others-line-link = Only your own line, please: whoever owns a line agrees for it in a chat of their own. This link is for { $number } alone. If that is not yours, type "cancel", and ask your agent for a link for your own.
answer-others-line-code = Only your own line, please: whoever owns a line agrees for it in a chat of their own. If this one is not yours, type no code: tap "Change number", or type "cancel". If it is yours all the same, type the code.
answer-loan = I only know the line, not the loan: what you can get, and when, is decided by { $business }. Ask them: { $support }.
answer-loan-ending = I only know the line, not the loan. To end a loan, or to take an application back, ask { $business }: { $support }.
answer-how-long = Linking takes about two minutes. { $business } may read the line for up to { $months ->
        [one] 1 month
       *[other] { $months } months
    }, or until you type "unlink".
answer-next = When the line is linked, I tell { $business } at once, and you need do nothing more here. For { $purpose } ask them: { $support }.
answer-code-asked = Give the code to nobody: not on the phone, not to an agent, not to { $business }. Type it here only, and only if you started this yourself. Gave it away already? Type "cancel" here, and tell { $support }.
answer-code-asked-early = Give no code to anybody: not on the phone, not to an agent, not to { $business }, and not here: I am waiting for no code now. Gave one away already? { $begun ->
    [yes] Type "cancel" here, and tell
   *[no] Tell
} { $support }.
answer-code-asked-linked = Give the code to nobody: not on the phone, not to an agent, not to { $business }. Gave it away already? Your line is linked here: type "unlink" to end that, and tell { $support }.
answer-code-use = The code shows that the line is in your hands, and lets { $business } read what you agree to, and nothing else: it cannot move money. Only this chat asks for it, and no person needs it.
answer-no-code = I am not waiting for a code now, and an older one cannot be used. The network sends a new one once you have given your number and network here.
answer-no-code-linked = Your line is linked: no more code is needed. Somebody asks you for one? Give it to nobody.
answer-phone-lost = Then tell { $support } now: they can end it for you. If a line is linked here, type "unlink" to stop sharing it. Ask your network to block the SIM. Give no code to anybody.
answer-who-linked = No line is linked in this chat now. Was yours linked without you? Tell { $support }: they can end it for you. Give no code to anybody.
who-linked-line = { $network } { $number } was linked in this chat, with a code that came by SMS to it. The agreement is of { $at_date }, { $at_time }, receipt { $reference }{ $link_given ->
    [no] {""}
   *[yes] , by link { $link }
}.
who-linked-stop = Was it not you? Type "unlink" to end it, and tell { $support }.
answer-why-network = The network that you choose sends a code by SMS to your line, so it must be the one that the line is on now; if it does not know the line, you choose again. Nothing is linked before you have typed that code here.
answer-sms-to-come = The code comes by SMS to the line, once I have its number and its network. You type it here.
answer-endings = Typing "unlink" ends the sharing of a line: { $business } is no longer allowed to read it, in any chat, and I delete what I keep of it. "delete" does that for every line here, and deletes all else that I keep of you. A note that you agreed, and when you stopped, stays as proof. I ask before either.
answer-delete-message = Hold your finger on that message until it is marked, then tap the bin or "Delete". That clears it from this chat and ends nothing.
answer-receipt = A receipt is your proof: what you let { $business } read, what for and until when. Keep it. To see whether one is real and still holds, type "receipt": I show what stands in our record.
answer-refusing = Then do not type it. Without the code nothing is linked and nothing of the line is read. To stop here, type "cancel".
answer-words-differ = Then stop: this link may not come from your agent. If you are asked to agree, tap "No, thanks"; if a line is linked already, type "unlink". Give no code to anybody, and tell { $support }.
answer-languages = I am sorry, I do not speak that language yet. I speak: { $languages }. Type which one you want.

## Short words back

reply-thanks = You are welcome.
reply-greeting = Hello!
reply-ok = All right.
reply-later = All right. Write to me here when you are ready.
reply-wait = Take your time.

## Asked back, because it must not be guessed

ask-back-agree = To agree, tap the button or type: I agree
ask-back-allow = To allow it, tap the button or type: yes
ask-back-leave-out = To leave it out, tap the button or type: no
ask-back-decline = To decline, tap the button or type: no thanks
ask-back-confirm = To stop sharing, tap the button or type: yes, do it
ask-back-cancel = To stop here, type: cancel
ask-back-opt-out = To hear no more from me, type: unsubscribe
ask-back-networks = Please name the network that the line is on now: MTN or Airtel. Where it was before does not count.
ask-back-hide = Shall I hide that from { $business }, or show it to you now?
ask-back-two = I heard two things. Please say which one first.
which-number = I found more than one number. Which one is the line?
is-this-the-line = Is { $number } your own line, and the one to link? Then tap it. If not, type the number of your line.
which-code = I found more than one number, and used none: no try is lost. Please type the code alone.
code-doubtful = I did not use that number: it may be another code, or an old one. No try is lost. Is it from the newest SMS for this line? Then type it alone. A code of your bank or of any app is for nobody here.
code-told = I did not use that code yet. Did you read it yourself, in the SMS that came to { $number }? Then type the code alone. Did a person tell you a code? Do not use it.
code-beside = I did not use that code, for you wrote more beside it. No try is lost. To go on, type it alone. To stop, type "cancel".
identity-not-needed = A BVN or NIN is never needed here. Please do not send it to anybody in a chat.

## What people say when they write sentences, and what it means
# Commas stand between ways of saying it. `a|b` is either word, `a?` a word that may be missing, `~` up to three words of
# any kind, `@kin` any word of heard-kin. Case, courtesies, punctuation, drawn-out letters and one slip of a finger need no line of their own.
# heard-…: means it anywhere in a sentence. answer-words-…: means it when nothing else is said; so does a button's word.
# A doubled letter may stand once, as it is read: "whatsap".

# Said out of politeness; taken away before anything is read.
heard-courtesies =
    .words =
        please, plese, pleas, pleae, pls, plz, plez, plss, pliz, kindly, sir, sirs, ma, maam, madam, ooh, oh, dear,
        boss, bro, bros, hm, hmm, ah, erm, um, uh
# May stand around an answer without changing it.
heard-around =
    .words =
        just, now, then, so, well, and, there, this, it, that, all, very, really, actually, once, again, 100, too, much,
        a, lot, day, the, thing
# Said of what was so before and may not be so now.
heard-formerly =
    .words =
        formerly, previously, originally, initially, before, was, used
# Before a "send" at the end of a note: somebody sends something, and the invitation is not meant.
heard-agent-joins =
    .words = and, then
heard-before-sending =
    .words = to, will, can, must, should, i, we, they, he, she, you, want, and, or
# No agent goes by them: customers would take it for a network, an authority or the business.
reserved-names =
    .words =
        mtn, airtel, glo, globacom, 9mobile, etisalat, cbn, ncc, nimc, ndpc, efcc, central bank, bank, telecom,
        network, support, customer care, official, government, police, admin, administrator, security, bot, agent
# Said beside a number that is no code of ours: another sender's, or one that is over.
heard-other-codes =
    .words =
        whatsap, facebook, google, instagram, tiktok, opay, palmpay, kuda, moniepoint, gtbank, gtb,
        zenith, uba, firstbank, fidelity, sterling, wema, alat, fcmb, ecobank, stanbic, polaris, uber, bolt, atm, bvn,
        nin, dob, birth, birthday, born, naira, expired, wrong, old, invalid, yesterday, zip, postal, sort,
        bank, jamb, waec, nysc, netflix, twitter, snapchat, remita, paystack, momo, email, gmail, example, testing, his,
        invented
# The same, of what has a number of its own.
heard-other-figures =
    .words =
        account, order, invoice, bill, ref, reference, ticket, tracking, waybill, parcel, staff, employee, student,
        matric, member, membership, customer, client, agent, application, loan, receipt, meter, policy, card,
        passport, licence, license, plate, serial, imei, house, salary, balance, amount, price, year, room, case,
        monthly, borrow, applied, today, earn,
        transaction
# Of a code that somebody asks about; that tell what became of it.
heard-code-questions =
    .words = why, who, should, maybe, perhaps, think, guess
heard-code-stories =
    .words =
        ignore, forget, forgot, fail, fails, failed, gave, called, transfer, first, earlier, previous, before,
        wife, husband, son, daughter, brother, sister, friend,
        week, month, stop
# Behind a "not": what a network's SMS warns of, what people say as well who hand a code over, and that it was not done.
heard-sms-warnings =
    .words = share, disclose, reveal, divulge, expose, tell
heard-code-warnings =
    .words = give, send, show, forward, worry, mind, vex
heard-code-untouched =
    .words = used, shared, given, told
# And behind a "no", which elsewhere is a courtesy or short for number.
# Who tells somebody a code, and who hands one over, as no network does: "the man told me 482913".
heard-code-tellers =
    .words = they, he, she, him, her, someone, somebody, man, woman, guy, lady, boy, girl, person, caller, agent, officer, staff
heard-code-telling =
    .words = told, tell, say, said, talk, talked, dictated, called
heard-code-people =
    .words = someone, somebody, man, woman, guy, lady, boy, girl, caller, agent, officer, staff
heard-code-sending =
    .words = sent, send, sends, forwarded, texted, brought, showed
heard-code-denials =
    .words = use, work, working, request, requested, ask
# Said of a number that may not be the one to link.
heard-number-stories =
    .words =
        called, calling, former, formerly, lost, who, agent, agents, owns, owner, stolen, customer, said, says, gave,
        gives, longer, belongs, belong, sold,
        disturbing, disturb, block, report, unknown, opay, palmpay, account, example, kin, nok, guarantor, referee,
        secretary, dash, airtime, recharge, company,
        he, she, his, her, him, blocked, spoilt, damaged, remove, forget, delete, ignore
# May stand around whose number one is: "it is for my wife".
heard-around-whose =
    .words =
        it, is, this, that, one, the, a, for, of, to, from, and, number, line, sim, phone, am, own, use, take
# Said of a network, and not of where a line is.
heard-network-stories =
    .words =
        ask, office, balance, borrow, borrowed, owes, took, warned, disturbing, down, dial, airtime,
        call, called, calling, calls, stealing, steals, steal, stole, hate, thief, scam, scammed, fraud, money, deduct,
        deducted, owe, uses, charge, charges, charged, charging, sent, sends, sending, message, messages, told, going,
        bad, slow, poor, useless, fail, fails, failed, failing,
        bar, barred, vex,
        safe, better, best, free,
        lost, blocked, spoilt, damaged,
        scamming, scams, deceiving, robbing, robbed
# What is asked of a network without a sign: "mtn can work"; a verb, and what it does.
heard-network-verbs =
    .words = will, can, could, would
heard-network-deeds =
    .words = work, working, do, take, accept, allow, support, know, see, hear, charge
# Words by which a question is known that has no sign: one that doubts, anywhere or at its end; what may stand before
# its verb; its verb; of whom or what that asks.
heard-wondering =
    .words = if, whether
heard-question-ends =
    .words = right
heard-question-openings =
    .words = so, and, but, ok, well, hello, hi, sorry, yes, no, now, then
heard-asking-verbs =
    .words = is, are, am, was, does, did, do, can, could, should, shall, will, would, has, have, may, must
heard-asked-of =
    .words = it, this, that, these, those, my, the, i, you, we, they, he, she, your, number, line, sim
# How a thing is, of which that is asked: "is mtn okay".
heard-judgements =
    .words =
        ok, fine, good, nice, great, cool, better, best, working, work, supported, allowed, accepted, possible, available,
        enough, compulsory, necessary, required, correct, cheaper, faster
heard-negations =
    .words = not, never, cannot, without, nobody, nothing
heard-respellings =
    .words =
        dont: do not, doesnt: does not, didnt: did not, cant: can not, cannot: can not, wont: will not, isnt: is not,
        arent: are not, wasnt: was not, havent: have not, hasnt: has not, couldnt: could not, wouldnt: would not,
        shouldnt: should not, im: i am, ive: i have, ill: i will, id: i would, its: it is, thats: that is,
        whats: what is, wheres: where is, whos: who is, lets: let us, youre: you are, theyre: they are, u: you,
        ur: your, r: are, d: the, dis: this, dat: that, wat: what, wen: when, hw: how, cos: because, abt: about,
        msg: message, msgs: messages, txt: text, num: number, no1: number, acct: account, acc: account, bal: balance,
        trans: transactions, nope: no, nah: no, nahh: no, yea: yes, yeah: yes, yep: yes, yup: yes, ya: yes, okay: ok,
        okey: ok, k: ok, oky: ok, okk: ok, tanx: thanks, thx: thanks, tnx: thanks, thanku: thankyou, gud: good,
        nite: night, yh: yes,
        pasword: password, sms: sms, someone: somebody, anyone: anybody, everyone: everybody, airtime: airtime,
        wanna: want to, gonna: going to, gimme: give me, otp: code, pin: code, passcode: code, password: code,
        goodmorning: good morning, goodafternoon: good afternoon, goodevening: good evening, tmr: tomorrow,
        tmrw: tomorrow, iagree: i agree, yesiagree: yes i agree, iaccept: i accept, igree: i gree,
        idontagree: i do not agree, idonotagree: i do not agree, inogree: i no gree, idisagree: i do not agree
# Digits in words; one that ends in _ waits for the next one's, "forty eight" for 48.
heard-digits =
    .words =
        zero: 0, oh: 0, nought: 0, nil: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7,
        eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
        seventeen: 17, eighteen: 18, nineteen: 19, twenty: 2_, thirty: 3_, forty: 4_, fourty: 4_, fifty: 5_, sixty: 6_,
        seventy: 7_, eighty: 8_, ninety: 9_
# What may stand before a number that is said so.
heard-before-figures =
    .words = the, my, code, otp, number, phone, line, is, it, its, this, that
# Words that are themselves, and no slip of a word that counts.
# The places of a list in words; what may stand around them.
heard-cardinals =
    .words = one: 1, two: 2, three: 3, four: 4, five: 5
heard-ordinals =
    .words = first: 1, second: 2, third: 3, fourth: 4, fifth: 5, 1st: 1, 2nd: 2, 3rd: 3, 4th: 4, 5th: 5
heard-articles =
    .words = the
# What leads up to a line that is named by its place, and says no more: "of my second line".
heard-before-a-place =
    .words = the, my, for, of, on, is, it
heard-place-names =
    .words = number, option, answer, choice, one
heard-ordinary =
    .words =
        mode, coder, come, came, some, home, time, mine, name, same, game, line, like, live, love, life, wife, fire,
        five, send, sand, seen, sister, side, site, size, sale, salt, shop, show, shut, work, word, world, wait, want,
        went, west, hand, hard, hold, hope, head, heat, help, hell, held, land, lend, load, long, lone, loss, cost,
        coat, cold, call, ball, bill, bell, back, bank, bark, band, stay, step, stood, reach, real, read, road, ready,
        made, make, take, talk, tale, place, plane, plan, police, office, officer, market, charge, change, chance,
        share, shame, shape, short, start, state, station, star, store, story, agreement, agrees, agent, agents, data,
        date, dada, bayo, free, three, tree, trust, rust, house, hour, hours, person, persons, perhaps, parent, people, prove,
        price, prince, quiet, quite, quick, receive, lagos, kano, light, fight, night, right, sight, might, meat, meet,
        meal, mean, near, need, next, nest, note, nose, news,
        accent, acre, exist, exists, fits, rare, common, commit, letter, letters, layer, latter, ladder, late, newer, bush, bury,
        quiz, quilt, dead, deaf, dean, dial, dual, black, mile, miles, smoke, reuse, surf, arrow, alloy, tune, greet,
        green, greed, half, halt

heard-agree =
    .words =
        i do? fully|totally? agree|accept|consent to|with|on? it|this|everything|that?,
        i will|can|want|should|might agree|accept, i agree to|with the? terms|condition|conditions,
        i agree to the terms and conditions, i accept the terms and conditions, i am in agreement, i give my? consent,
        i consent to this|it, agree only if, i could|may agree|accept, want to agree but,
        i mean yes,
        i think yes
answer-words-agree =
    .words =
        i said i? agree|accept|yes, yes i agree|do|accept|consent to|with? it|this?, agreed, accepted, yes of course, of course, yes you can|may,
        yes go ahead, go ahead i agree, yes continue|proceed, i accept|agree continue|proceed|go,
        yes i accept|agree continue|proceed|go ahead?, yes i am ok|fine with it|this|that, i am ok with it|this,
        yes? i agree to share my|the details|data|information, i agree with it|this|everything, yes i want to link|share my line|number|data, yes sure, sure i agree,
        i have agreed, yes no problem, yes i am interested, yes i do? fully|totally? agree|accept|consent,
        i do? fully|totally|also? agree|accept|consent to|with? the|this|it|your? terms|everything|all?,
        i do? fully|totally|also? agree|accept|consent to|with? the|your condition|conditions,
        i accept|agree to? the? terms and conditions, i give my? consent, i give you my? consent,
        i? yes? i am in agreement, yes i? am in, yes carry on, yes definitely, definitely yes, absolutely,
        absolutely yes, ok yes, yes ok, ok i agree, yes i? give|grant you|them? my? permission|consent,
        i give you|them? permission, i authorize|authorise it|this|you,
        i have read it|this|everything|and understood? and i agree|accept, i? am ok|fine with the terms,
        yes that|it is fine|ok, yes it is ok, yes you have my permission|consent, yes i authorize|authorise,
        yes i approve, i approve, yes i am ready, i have no objection, no objection,
        yes i am interested in it please? go|carry on|ahead, i have no problem with it|this|that? i agree|accept,
        yes i am giving my|you consent|permission, i am giving my consent, i hereby agree|accept|consent, i say yes,
        yes dear, yes continue,
        permission granted,
        my answer is yes,
        i? am ok with that
heard-decline =
    .words =
        i do not agree|accept|consent, i can|will not agree|accept|do, i am not interested|agreeing|doing, i disagree,
        i refuse, i decline|reject, not interested in it|this?, i do not want to? share|link|give|continue|do|this|it,
        i am not in support, i do not feel comfortable, not comfortable with, i can|will not share|give,
        i am not giving|sharing,
        i do not want|need ~ loan|money, no longer|more agree|accept|consent
answer-words-decline =
    .words =
        no i do not want to? it|this?, i do not want to? it|this?, not today, never, no no, no way, decline|declined,
        refuse|refused, no i am not interested|doing this|it?, not interested, i am not interested in it|this?,
        i am not doing it|this|again?, i will|can not do it|this, i can not agree to this|it?,
        i will not agree to this|it?, i do not agree to|with this|it?, i do not accept the? terms?,
        i do not want to share my? data|number|line|details|information, i do not consent to this|it?,
        no i do not want to continue, i do not want to continue, i am no longer interested, no i do not agree,
        not at all, i do|can not feel comfortable, i am not comfortable|ok|happy with this|it|that?, i would rather not,
        i prefer not to?, no i can not, no not interested, absolutely not, i do not agree at all, definitely not,
        no need, do not bother, please no, it is not for me, count me out, i pass, no i would not, i will pass,
        i do not like this|it, no i do not trust it|this|you, i am not in support, i am not ready,
        i am not doing this|it|again, no i am not doing it|this|again?, i am not interested again|anymore,
        no i am not interested again|anymore, not interested again, i am not doing this again,
        i can|will not share my|the|it|this details|data|information|number?, i can|will not share it|this,
        i am not giving you|them? my details|data|information|number?, no i am ok|fine|good,
        i am not sharing it|this|my? details|data|information?, no need for this|it|that,
        i? this agree, never mind, nevermind,
        i do not want it|this anymore, i no longer want it|this?, i am no more interested,
        not again, not doing it|this|again?, no not doing it|this?
# What of a line is named by who wants it hidden; and that all the rest may be meant.
heard-naming-identity =
    .words = name, names, identity, gender
heard-naming-balances =
    .words = balance, balances
heard-naming-transactions =
    .words = transaction, transactions, history
heard-leaving-the-rest =
    .words = only, alone, just, except, but, everything, all, rest, others
heard-choose =
    .words =
        leave out ~ balance|balances|transactions|transaction|history|name|identity|details|birth, leave|take my? balance|balances|transactions|transaction|history|name|identity|details|birth out,
        take out my? transactions|transaction|history|name,
        minus|exclude|excluding|omit|skip|ignore my? balance|balances|transactions|transaction|history|name|identity|details|birth,
        without|except the? balance|balances|transactions|transaction|history|name|identity|details|birth,
        leave|remove my? balance|balances|transactions|transaction|name|identity,
        should only see|read|know ~ balance|balances|transactions|transaction|history|name, hide my balance|balances|transactions|name|details|identity, without my balance|balances|transactions|name,
        not share|show|see|sharing my balance|balances|transactions|name, share only my balance|balances|transactions|name,
        choose what ~ share|see|sees|read|reads,
        hide my? balance|balances|transactions|transaction|history|name|identity|details, stop|quit|cease
        reading|sharing|showing|checking|seeing|viewing ~
        balance|balances|transactions|transaction|history|name|identity, i? want|like|need|wish to stop
        sharing|showing|reading ~ balance|balances|transactions|transaction|history|name|identity, not
        show|share|give|let|allow|send ~ balance|balances|transactions|transaction|history|name|identity, but|except
        not? my? balance|balances|transactions|transaction|history|name|identity, not my
        balance|balances|transactions|transaction|history, everything|all except|but ~ balance|transactions|name,
        never show|share ~ balance|transactions|name,
        not want ~ see|seeing|read|reading|check|checking|know|knowing|view|show|share|sharing ~
        balance|balances|transactions|transaction|history|airtime|data, do|should|can not check|read|look|view ~
        balance|balances|transactions|transaction|history|airtime|data, nobody|never see|check|read|know ~
        balance|balances|transactions|transaction|history|airtime|data, nobody should|can|must
        see|check|read|know ~ balance|balances|transactions|transaction|history|airtime|data, want|like to? hide
        ~ balance|balances|transactions|transaction|history|airtime|data,
        delete|erase my? airtime? transactions|transaction|history, delete|erase my? airtime? balances|balance,
        see|read|check|view only my? airtime|balance|balances|transactions|name, not include|add|share ~
        birth|name|balance|balances|transactions|age,
        hide ~ and|or|plus my? balance|balances|transactions|transaction|history|name|identity|details,
        hide my? name|identity|balance|balances|transactions|history
        my? balance|balances|transactions|history|name|identity,
        hide my? name|identity|balance|balances|transactions|history
        my? balance|balances|transactions|history|name|identity and my? balance|balances|transactions|history|name|identity,
        not share|show|see|read ~ and|or my? balance|balances|transactions|transaction|history|name|identity|details,
        hide|remove|conceal ~ birthday|birth|birthdate|dob|gender|age,
        not|never show|share|give|send ~ birthday|birth|birthdate|dob|gender,
        stop|quit|cease reading|sharing|showing|checking|seeing|viewing ~ birthday|birth|birthdate|dob|gender|age,
        not want ~ see|seeing|read|reading|know|knowing|view|show|share|sharing ~ birthday|birth|birthdate|dob|gender|name
answer-words-choose =
    .words = only my? balance|balances|transactions|name|identity, no|not balance|balances|transactions|name
heard-proof =
    .words =
        safe ~ send|give|type|put|enter|share ~ code, hack, hacking,

        is|are this|it|that|you|they|am ~ 419|scam|scammer|scammers|fraud|fraudster|fraudsters|fake|legit|legitimate|genuine|real|true|safe|thief|thieves|official,
        hope|sure ~ 419|scam|fraud|fake|legit|genuine|real|safe, like|think ~ scam|fraud|419|fake,
        you people are? scammers|thieves|fraudsters, this|it ~ scam|fraud|fake|419,
        what|which is|are|be? the|my? two? words, what ~ two words, how do|can|will|would i|we know ~ real|true|safe|genuine|legit|scam|scammer|fraud|419|you|this, how do i know,
        who are you people?, who is this|that, who am i talking|chatting to|with?, can i trust you|this|it,
        how can|do|will i trust, i do not trust, prove it|this|that|yourself, show|send|give me proof,
        is this|it|that|you ~ from|really ~ company|bank|business|loans, which|what company is|are this|you|it,
        what company are you from, is this from, am i safe, i am afraid|scared|suspicious|suspecting,
        this is|look|looks like? a? scam|fraud, are you with|from ~ company|bank|loans, scammers|fraudsters, suspicious,
        scam, scams, scammed, scammer, fraud, fraudulent, fraudster, fraudsters, fake, 419, legit, genuine, yahoo,
        can i be sure, be sure this|it|you, who sent you, who gave you, how did|do you ~ get|got|know|find|have my number|line|name|details, where did you get my|this, are you|this from,
        is|are this|you|it really, really from, registered with|company|business|by, is ~ registered|licensed, licensed,
        cac, scared, afraid, i am not comfortable, trust you|this|it, hackers, hacker, hacked, not believe,
        you people registered, are you ~ registered, is ~ registered, is this ~ from ~ agent|company|loans|bank,
        how sure, sure are you, believe you|this,
        not|never ask|asked|apply|applied|request|requested|order|ordered|start|started|register|registered ~
        loan|money|anything|this|it|you|any, not|never know|heard|met|hear this|that|the|your|of
        agent|company|business|person|you, why should|would|must i ~ trust|believe|agree, did not apply|request,
        never applied|requested|borrowed, wrong person, you have the wrong person, not expecting|expect this|it|any,
        what is your name, who am i talking|chatting|speaking to|with?,
        is mtn|airtel ~ safe, why do|did|are|have? you|they? send|sent|sending me|us? a|the|this?
        code|sms|message|text,
        are you people?, who is, who gave ~ my number|details|line,
        report you|this ~ police|efcc|ncc|bank, efcc,
        scammed me ~ before, they have scammed me, they|somebody|people|person have|has? scammed|duped|tricked|cheated|deceived|fooled me ~ before, how can|do|will i verify, verify ~ really|real|true|genuine|you,
        suspecting|suspect you|this|it, hope ~ not make|made|making ~ mistake,
        no code for you, will|can|do not give|tell|send|show you it|the|my? code?, code|sms|message is ~ from you,
        never heard of, this is a lie, lost money ~ like|with this|such, show me your id,
        prove that? you are, prove that? it|this is, steal ~ from me|us|people,
        i? have? was|got|been scammed|tricked|duped|deceived|cheated|fooled before|already|once|twice,
        i? have? was|got|been scammed|tricked|duped|deceived|cheated|fooled last year|month|week|time,
        i? have? was|got|been scammed|tricked|duped|deceived|cheated|fooled by another|other|one|some app|apps|company|people|person
answer-words-proof =
    .words = which|what business|company|people|office sent you to? me?,
        legit, genuine, fake, 419, proof, safe, scam, fraud, scammer, is this safe|real|legit
heard-new-code =
    .words =

        not|never|yet ~ received|receive|recieve|recieved|got|get|gotten|see|seen|saw|find|come|coming|came|arrive|arrived|sent ~ code|sms|message|text|one|anything,
        have|did|do|can not received|receive|recieve|recieved|got|gotten|see|seen|find it|anything|yet|any?,
        have|did not get|got it|anything|yet|any?,
        no code|sms|message|text ~? yet|came|come|coming|received|arrived|sent|entered, no code|sms|message|text,
        nothing came|come|has|is|yet|received|arrived,
        code|sms|message|text ~ not ~ come|coming|came|arrived|arrive|received|enter|entered|delivered|sent|showing|working,
        code|sms|message ~ yet|delaying|delayed, new code|sms, another code|sms|one,
        send|resend|request ~ code|sms|it|message|again, resend, send it|me? again, code|sms has? expire|expired|gone,
        code is|was expired|invalid|old, expired code, can not find|see|get ~ code|sms|message,
        delete|deleted ~ code|sms|message, where is|are ~ code|sms|message, wait|waiting ~ code|sms|message,
        not received, code not received, need|want|get|give ~ new|another|fresh code|one, lost ~ code|sms,
        i missed ~ code|sms, it is yet to come, have not come, it has not come, it did not come, entered, dropped,
        dropping, delay, delayed, delaying, invalid, have|did you send|sent, is it sent|coming, you have not sent,
        not sent, no alert, i only got|saw, sent has expired, expired, how do|can i get|receive ~ code,
        which sms|message, delete|deleted ~ it|code|sms|message, mistakenly deleted, one more time, not working,
        not come|coming|came, not drop|dropped, not enter|entered, not seen|see ~ it|code|sms,
        waiting for ~ minutes|hour|hours|long|since, i have been waiting, when will ~ come|code|arrive|get|receive,
        refused ~ come|enter, are you sure you sent, has ~ been sent, inbox ~ empty, is empty, code ~ been sent,
        can|could|will you send|resend|give me? another|new|fresh code|sms|one,
        only see ~ old|first|previous one|code|sms, when will ~ code|sms ~ come|arrive|reach|enter,
        is|are the|my? code|sms|it|they coming|sent|delayed, have you people sent|send, am? still waiting, where is it
answer-words-new-code =
    .words =
        code|sms|it? is? taking|takes too? long, says wrong|invalid code,
        resend it|code|sms|again?, again, new one, another, another one, nothing, nothing yet, not yet, send again,
        no message, no text, never received|receive|get, new, expired, it expired, code delay, delay, no alert
# The same where no code is waited for: it names one.
heard-no-code =
    .words =
        not|never|yet ~ received|receive|recieve|recieved|got|get|gotten|see|seen|saw|sent ~ code|sms|otp,
        no code|sms|otp ~? yet|came|come|coming|received|arrived|sent|entered, no code|sms|otp,
        code|sms|otp ~ not ~ come|coming|came|arrived|arrive|received|enter|entered|delivered|sent|showing,
        code|sms|otp ~ yet|delaying|delayed, new code|otp, another code|otp, send|resend|request ~ code|otp,
        can not find|see|get ~ code|sms|otp, where is|are ~ code|sms|otp, wait|waiting ~ code|sms|otp,
        need|want|get|give ~ new|another|fresh code|otp, how do|can i get|receive ~ code|otp, when will ~ code|otp ~ come,
        code|otp has? expire|expired, code|otp is|was? wrong|incorrect|invalid, wrong|invalid|incorrect code|otp,
        how long ~ code|otp, how long ~ code|otp ~ take|takes|come|reach|enter, i ~ got|received|get|have another|new|a code|otp again?,
        why am|are i|we getting|receiving|seeing ~ code|codes|otp,
        code|otp ~ not correct|right|work|working|valid, give|gave|put|entered|typed|type|used ~ wrong ~ code|otp
answer-words-no-code =
    .words = resend, resend it|sms again?, send another one?, send me another one?
heard-change-number =
    .words =
        change ~ number|network|phone|line|sim, wrong|incorrect number|digit|line|network|phone|sim,
        mistake ~ number|digit|digits, made|make a? mistake ~ number|digit|digits|phone|network?,
        not use ~ number|line|sim, number ~ not ~ mine|correct|right|my, number ~ wrong|incorrect, not my|the|right|correct number|line|sim,
        use|try|enter|give|put ~ another|different|other number|line|sim|phone, different number, another number,
        not have ~ sim|line|phone|number again|anymore, sim|line is|was|got|has lost|blocked|spoilt|bad|spoiled,
        lost ~ sim|line, number ~ not mine, not mine, edit ~ number, correct ~ number,
        old|another|other|second|wrong|different number|sim|line,
        number|line|sim is|was not|with ~ with|mine|my|me|correct|right, change it, sim is with,
        give|gave|put|entered|typed|type|used ~ wrong|old ~ number?, it is not my line|number, number is not|wrong,
        error|mistake in|with|on the|my? number|digits,
        not my own number|line|sim, is not my own,
        change ~ to mtn|airtel
answer-words-change-number =
    .words =
        change it, other number, different number, wrong number, edit, i made a mistake, mistake, let me change it,
        i want to change it
heard-back =
    .words = take|carry|bring me back, go back, previous step|question
heard-own-number =
    .words =
        number you are chatting|writing ~ with|to|on?, use this|my whatsap number|line,
        number i am using|chatting|writing ~ with|from|on|now?, one i am using|chatting ~ with|from|now?,
        number i use to chat|write, my whatsap number, use|link this|my|same number|one|line, same number,
        number on this chat|phone,
        number ~ same ~ whatsap|chat|phone, number of this phone|line, one on this phone|line, number on this
        phone|line, this phone number, the one in this phone,
        same as|with my? whatsap, number i? am using|texting|chatting ~ with, use the|my whatsap line|number|one,
        use this my number
answer-words-own-number =
    .words =
        yes, yes use it|this|that|my number?, yes? it is mine, it is my own, use it, this one, this number, this my number, this is my number,
        my own number, the same number, same, my number, this line, my line, number i am using, one i am using,
        yes? it is my own line|number|sim?, it is my line|number|sim
heard-resume =
    .words =
        let us go on, let us continue|proceed, i want|wish|like to continue|proceed|resume|finish,
        can we|i continue|proceed|go on, yes continue, i am ready, want to go on, continue from|where,
        where we|i stopped, can continue|proceed|finish, let us do it|this, i? am back, from where
answer-words-resume =
    .words =
        yes, yes let us continue|go, let us go, go on, go ahead, proceed, continue it, ready, i am ready, am ready,
        yes i am ready, ok continue, ok yes, i am back, back, yes proceed, ok, let us do it|this, i can continue now?,
        yes let us|me do it|this|go|continue, ready now, continue from where we|i stopped,
        let us continue from where we|i stopped, let us finish it|this, let us continue|proceed, let us go on,
        carry on,
        yes? let us finish what we|i started,
        network is good|back|better|ok now?, i have found|seen my sim|phone, i am with the|my sim|phone now?
heard-begin =
    .words =
        i want|would|like|wish ~ start|begin, let us|me start|begin, start over|again|afresh, begin again,
        i want|like|wish to link my? line|number|phone, link my line|number, i want|like to try again, try again,
        ready to start|begin, change|changed my mind, can i start|begin|try,
        want|like|ready to do it|this|link|start|continue, i want to link, how do|can i start|begin, start again|now,
        let us do it|this, do it now
answer-words-begin =
    .words =
        start, begin, start it, let us start, let us begin, new, try again, i am ready, yes start, i changed my mind,
        let us do it|this, ok start, ok let us start, i am ready now, ready, ready now, i want to link,
        i want to do it|this now?, let us go, i have changed my mind i want to do it|this,
        i changed my mind i want to do it|this, i have changed my mind,
        continue, resume, let us continue, i want to continue, i want to go on,
        let us continue from where we|i stopped,
        link me back|again, link my line back|again, relink, link it again|back, i unlink|unlinked it? by mistake
heard-help =
    .words =
        help me, need|want some? help, can you help, not understand|getting|get this|it|you|what|anything|well?,
        do not understand, not get it, explain ~ this|it|me|that?, what do you mean, what does ~ mean,
        what is this|it ~ about, what is this, how does it|this ~ work, how it works, how does it|this|that work,
        i am confused|lost|stuck|confuse, it is confusing, confusing, what should|must|do|can i do, what am i supposed,
        what am i to do, how do|can|will i do it|this|that, not know ~ number|network|what|how|which, not know,
        do not know, i am not sure, not sure, no idea, forgot|forget|forgotten ~ number|network,
        how do|can|will i check|know|find ~ number|network|line, how will|can|do i know, which number, what number,
        which network, what network, not get it|this|that|you, not clear, i can not do it|this, show|teach|tell me how,
        assist me, guide me, guide, assistance, assist, teach me, put me through, how should i ~ go|do, how do|can i go,
        what exactly ~ want|need, what are you saying|talking|asking, tell me what to?, not understanding, not getting,
        what am i to, what should i type|write|send, what do you want, do not know ~ do, what ~ want from|me to,
        need ~ help, how am i to, too hard, hard for me, difficult, what exactly is, your help, which|what number|line did|do|have you send|sent,
        what is my|the network, check it? for me,
        do|should|can|will|may|must i send|type|put|write|enter it|the|code code? here, i should send|type it here,
        where do|should|can|will i send|type|put|write|enter it,
        send|type it here|where, send it to|on|via, is it|this|that a? new code,
        i have|got|received|get the? new|another? code|sms|message, the? new|another code|sms|message is|has? here|came|come|arrived,
        code|sms|message has? come|came|arrived, it has come|arrived|entered, it came,
        they|you|mtn|airtel did? sent|send another|new code|one|sms|message,
        can|do|did not you see the? it|code,
        how do|can|will|should i continue|proceed, go on how,
        if ~ not come|enter|arrive ~ will|can|do|should ~ send|get|give ~ another|new|again, new|second code ~ same
        ~ old|first|before|one?, how many times ~ code|sms, will ~
        send ~ code if i,
        what does|do the? usage|balance|transactions|statement|accounts|receipt|privacy|mydata|choose|language|person|help do, what is|are the? usage|mydata|accounts, what can|may|should i type|say|write|ask here|you|now?,
        can|could|may i ask|get|request ~ code later|again|tomorrow, how many times can|will i ask|get|request for?
        ~ code|sms, how do|can|will i know if|whether|which ~ mtn|airtel|network|line,
        which ~ two|2|three|3|both ~ sim|sims|line|lines|number|numbers, two|2|three|3|both sim|sims|line|lines|number|numbers ~ which,
        sim is not in|inside this|my|the phone|handset, not have the|that|this sim|phone with me|here,
        sim is not with me|here
answer-words-help =
    .words =
        i have|get two|2|three|3|several|many numbers|lines|sims|sim|line|number, which one of my numbers|lines|sims, what code is, can you do for me, i do not remember my number, which one is mine,
        i have it|them, i have gotten it, it is with me, how, what, huh, eh, why, what is it, assist, explain, can you explain, confused, i need help, what do you do,
        tell me more, more information, info, options, what are my options, help, how do i, please help, what to do, what is this all about,
        how do|can i check|know it?,
        my|the? network is|dey? so|too|very? bad|poor|slow|down, no network here?, my phone is off,
        my phone has no network, my? phone? battery is? low|dead|flat, low battery, my sms is not working,
        my? sms|inbox is? full, i can not read it, which of my numbers|number|lines|line,
        send|forward it|code to|on|via my? email|mail|whatsap, can you send it|code to|on|via my? email|mail|whatsap,
        my|the sim|phone is in|inside another|my? other? phone, the|my phone is with my @kin,
        i do not have the sim|phone with me
heard-person =
    .words =
        balance|transactions is|are not correct|right|true|mine,

        talk|speak|chat|write|connect|transfer|reach ~ person|human|somebody|agent|manager|staff|representative|rep|officer|customer|support|people|boss|being|care|office,
        get|link me ~ person|human|somebody|agent|manager|staff|customer|support, get a|to|through ~ person|human|agent|manager|support,
        customer care|service|support|help, real|live person|human|agent, human being,
        please|should|must|to call|phone|ring me, call|phone us, can|could somebody ~ call,
        is there ~ human|person|somebody,
        give|send|need|have|get ~ number of|for ~ office|company|manager|agent|support,
        phone number of ~ office|company, i want|need|have to? complain|complaint, make a complaint, lodge a complaint,
        who can|do|should i call|contact|meet, how can|do i contact|reach ~ you|care|support|office|somebody|person,
        need|want a? real? person|human|agent|somebody, contact support, your office, office address, a person,
        i need|want somebody, your phone? number|contact|office|address|hotline|manager,
        want|need|like to call|meet|visit you|manager|office|somebody, want|need|like to see you|manager|somebody,
        where is|are your office|shop|company, come to your|the office, hotline, this bot|robot, robot, human,
        a person answer|attend|reply, attend to me, who can|do|should i speak|talk|call,
        anybody i can talk|call|speak|ask, somebody i can talk|call|speak|ask, useless, my complaint,
        i have ~ complaint, speak|talk ~ agent|person, whatsap number of, in charge, somebody ~ on ~ phone,
        call my line|phone|number, person ~ attend, can you call ~ me,
        balance|transactions is|are wrong|incorrect, that|it|this is not my balance, wrong balance,
        let|make|ask somebody|person|agent ~ call|ring|phone me, you are not helping me?, nobody is?
        answering|answers|replying|attending|helping me?,
        nobody ~ picks|pick|picking|picked, is there ~ number ~ call|reach,
        call me first|before|back,
        speak|talk with|to kudi, can|could|may|should i call|phone|ring you|kudi|somebody|anybody|support|person|office,
        can|could|may|should i call|phone|ring a|the|your|any|one person|office|number|somebody
answer-words-person =
    .words =
        manager, representative, call, complain, complaint, human being, person, somebody, a human, operator, staff,
        live agent, agent, office, my complaint, hotline, your number, phone number please?, office number, contact,
        call me now|back|please?, please call me, i am waiting for your call
heard-language =
    .words =
        change|choose|switch ~ language|languages, another|other|different|which|what language|languages,
        languages do|can|are ~ you|there|available, language you speak, my language, speak ~ another language,
        another language,
        not understand|speak|hear|read|know ~ english, english is ~ hard|difficult, not ~ good ~ english,
        do not ~ understand|speak|hear|read ~ english
heard-en =
    .words = speak|use|write|talk|change|switch|prefer|want ~ english, in english
heard-pcm =
    .words = speak|use|write|talk|change|switch|prefer|want ~ pidgin|pigin|broken, in pidgin|pigin
answer-words-en =
    .words = english, english language
answer-words-pcm =
    .words = pidgin, pigin, pidgin english, broken english, broken
heard-balance =
    .words =
        check|see|show|view|know|what|tell|get ~ balance|balances,
        how much|many ~ data|airtime|credit|gb|mb|minutes ~ have|left|remain|remaining|get,
        how much data|airtime|credit|is left|on, how many gb|mb|minutes, how much ~ on my line|sim|phone|number,
        how much is ~ remaining|left in|on|inside ~ my phone|line|sim|number, how much is my airtime|data|credit,
        account|data|airtime|my|line balance, what is left ~ line|sim|number|phone, airtime|data left|remaining,
        i want|need my? balance, what is on|in|inside my line|sim|account|number, check ~ data|airtime|credit,
        how many mb|gb|megabyte|data, my airtime|data|credit balance, see my airtime|balance, balance and, balances and,
        still have|get data|airtime|credit|balance, how much remains, remains,
        i can|did|could|do not see|find my? balance|airtime|data
answer-words-balance =
    .words =
        my? data|airtime|credit remain|remaining|left, show me my airtime|credit,
        how much|many money do i have left|now|there|remaining? on|in? my? line|phone|sim|number?, how much|many money, how much|many is? my money, how much|many money i have|get, how much|many money is left|remaining|there|on|in my? line|phone|sim?,
        i? want|need|like|wish|can|will|let|make to? i|me? see|check|know|view my? credit|airtime|money, see|check|view|show me? my? credit|money, what is my credit|airtime,
        how much am i having, how much do i still? have left|now|there, what do i have left|now|there? on|in? my? line|phone|sim?,
        balance, my balance, bal, balances, how much is left, how much do i have, airtime, data, credit, what is left,
        my airtime, my data, my credit, what is on my line, airtime balance, data balance, check my data|airtime|line
heard-transactions =
    .words =
        show|see|view|list|get|check|want|need|what ~ transactions|transaction|history, transactions for|of|from|in,
        my|recent|recharge|last|transaction|line|airtime|account transactions|transaction|history, last ~ transactions,
        what did i|we recharge|buy, recharges, and my? transactions|transaction|history,
        what have i ~ buying|bought|recharged|recharging|loading|loaded, all my recharge|transactions, my recharge,
        i can|did|could|do not see|find my? transactions|transaction|history,
        everything|all i bought|recharged|loaded|spent,
        show|see ~ recharge,
        what is|was my last recharge|transaction|purchase,
        what came in, what went out
answer-words-transactions =
    .words = my transactions, my history
heard-statement =
    .words =
        show|see|view|get|check|want|need|what|send|give|download ~ statement|statements, statement for|of|from,
        account|my|line statement|statements, transactions|history ~ file|csv|excel, csv file, as csv|file
answer-words-statement =
    .words = my statement, statement of account, statements, csv, file
heard-phone-lost =
    .words =
        phone|handset|sim ~ stolen|snatched|lost|missing, stole|snatched|lost|stolen my|his|her|their|the? phone|handset|sim,
        took my phone, somebody|they|he|she|thief has|have|got|with|using|holding my phone|handset|sim,
        i was|got|been robbed, robbed me, was robbed, robbers, somebody|he|she|they|thief|thieves|person|people
        linked ~ line|number|sim|phone|account|me, it was not me who|that linked, not me who|that linked|agreed|accepted, i am|was not the? one|person who|that linked|agreed|agree|accepted, i did not
        link ~ line|number|this|it|me|anything, never linked ~ line|number|this|it, linked ~ line|number without my,
        phone|line|account|whatsap hacked,
        line|sim|number is|was|got stolen|lost, stole|steal|lost ~ my sim|line,
        never linked anything, somebody|they|he|she|thief|agent used my phone|sim|handset,
        somebody|they|he|she|agent took my phone|sim|handset,
        somebody|people|person|he|she|they ~ using my name|number|line|identity|details,
        block my line|sim|number|phone, i was not the one, not the one ~ linked, never link line|it|number,
        link|linked|linking|connect|connected|add|register|registered ~ without my permission|consent|agreement|knowledge|approval,
        link|linked|linking|connect|connected|add|register|registered ~ without asking|telling|informing me
# Who linked what is linked, and when that was.
heard-who-linked =
    .words =
        who linked|link|connected my? line|number|sim|it|me|this, who did the linking,
        when did i|you|they|we link|connect ~ line|number|sim|it|this, when was it|this|that|my line|number|sim linked|connected
        block my line|sim|number|phone, i was not the one, not the one ~ linked, never link line|it|number
heard-refusing =
    .words =
        i will|would not send|give|type|enter|put|drop it|that|code|anything,
        i will|would not send|give|type|enter|put|drop the|this|that|my|any|you code,
        i am not sending|giving|typing|entering|putting it|that|anything,
        i am not sending|giving|typing|entering|putting the|this|my|any? code, i should not send|type|enter|put|do it|code,
        not going to send|give|type|enter|put ~ it|code, refuse to send|give|type|enter|put|do ~ it|code,
        told|said|say|says|warned|advised|begged ~ not to? send|type|enter|put|do|continue ~ it|code|this|again|anything
heard-words-differ =
    .words =
        words ~ different|wrong|differ|incorrect, words ~ not ~ same|match|correct|agree, different|wrong|other words,
        not ~ same words, words ~ do not
heard-months =
    .words =
        january|jan, february|feb, march|mar, april|apr, may, june|jun, july|jul, august|aug, september|sept|sep,
        october|oct, november|nov, december|dec
# Names of months that are other words too.
heard-doubtful-months =
    .words = may, march, mar
heard-today =
    .words = today
heard-yesterday =
    .words = yesterday
heard-weekdays =
    .words = monday, tuesday|tues|tue, wednesday|weds, thursday|thurs|thur|thu, friday|fri, saturday, sunday
heard-this-week =
    .words = this week
heard-last-week =
    .words = last week, past week, previous week
heard-this-month =
    .words = this month
heard-last-month =
    .words = last month, past month, previous month
# All that has not come yet: which days exactly makes no difference.
heard-to-come =
    .words = tomorrow, next week, next month, next year, coming week, coming month, coming year
heard-this-year =
    .words = this year
heard-last-year =
    .words = last year, past year, previous year
heard-last =
    .words = last, past, previous
heard-units =
    .words = day:day, days:day, week:week, weeks:week, month:month, months:month, year:year, years:year
heard-money-in =
    .words = in, money in, came in, coming in, incoming, credits, money that came in
heard-money-out =
    .words = out, money out, went out, going out, outgoing, debits, debit
# What may stand around a month or a span, and says nothing by itself.
heard-around-time =
    .words =
        from, to, until, till, through, between, and, of, for, in, on, during, since, the, my, month, please, only, all,
        show, see, check, view, me
heard-usage =
    .words =
        how much|many ~ i|we ~ spend|spent|use|used, what did|have i spend|spent|spend|use|used,
        my|line|data|airtime usage|spending, i spent|used ~ month, what i ~ spent|used,
        want|like|need to? see|know|check what i ~ spent|used|spend|use,
        did|have i ~ borrow|borrowed ~ airtime|data|credit?, how much ~ i|we ~ borrow|borrowed|owe ~
        airtime|data|credit?, do i owe ~ airtime|data|credit|mtn|airtel,
        how much ~ i ~ recharge|recharged|load|loaded, am i owing|owe, do i owe,
        show|tell|see|know|check ~ where|how|what my airtime|data|credit ~ go|goes|went|going|finish|finishes|finished|used
answer-words-usage =
    .words = what did|have i spend|spent|use|used on|for data|airtime|calls,
        my usage, my spending, spent
answer-words-link-another =
    .words =
        can i|you add my airtel|mtn line|number?
heard-accounts =
    .words =
        which|what lines|line|numbers|number ~ linked|have|here|connected, show|list|see ~ lines|numbers,
        linked lines|numbers, list of ~ lines|numbers,
        am i linked|connected, is my line|number linked|connected,
        how many lines|line|numbers|number|sims ~ linked|connected, is my|the line|number still linked|connected,
        is my line|number unlinked|removed, which line ~ i link|linked, do|can you still see my line|number,
        is it removed|unlinked, have you deleted|removed my line|number,
        am i still linked|connected|sharing, am i unlinked|disconnected, have i been? unlinked|disconnected,
        did|have|has you|they|it|kudi|company ~ unlink|unlinked|disconnect|disconnected|remove|removed me|it|my? line|number?
heard-receipt =
    .words = show|give|send|see|need|want|get|my ~ receipt, what did i agree, what i agreed,
        prove|proof ~ i agreed|signed, what i signed, paper ~ i signed
heard-privacy =
    .words =
        privacy policy, what do|will you do with my data|details|information,
        copy of ~ data|details|information|info|record|records,
        what happens|happen|becomes ~ to|with|of my data|details|information|info,
        how do|will you keep|store|protect|use my data|details|information,
        is|are my data|details|information|info safe|secure|protected, do you protect|secure, data protection,
        data safe,
        will|do|would|can you delete|erase|remove ~ data|details|information|everything|it ~ after|when|once|if,
        will|do|would|can you delete|erase|remove ~ data|details|information|everything|it ~ after|when|once ~ loan,
        ndpr
heard-link-another =
    .words =
        link|add|connect ~ another|second|other|new|one|more line|number|sim|phone,
        link|add|connect my airtel|mtn line|number|sim, add ~ line|number,
        want|like|need to? link another|second|other line|number|sim,
        have|get|got another|second|two line|lines|number|numbers|sim|sims, also have an? airtel|mtn line|number|sim,
        link my? airtel|mtn too|also|as, link|add|connect my? other|second|new airtel|mtn line|number|sim?
heard-unlink =
    .words =
        paid|repaid|finished|cleared|completed ~ loan ~ remove|unlink|disconnect|comot me|it|am, unlink everything|all|them, unlink ~ line|lines|number|numbers|me|it|account|sim|sims, i? want|need|like|wish to stop|end|quit sharing ~ line|number|data|it?,
        want|need|like|how|can|please|wish ~ unlink,
        withdraw|revoke|cancel|remove|terminate|end ~ consent|agreement|permission|authorization|authorisation,
        take|taking back ~ consent|agreement|permission,
        withdraw, revoke, opt me|us out,
        stop|end|cancel|revoke|terminate|remove|block ~ sharing|linking|access|reading|share,
        disconnect|remove|detach|delink|deregister|take ~ line|number|sim,
        somebody|they|he|she|you|agent tricked|deceived|forced|scammed|fooled|duped ~ me,
        i was tricked|deceived|forced|scammed, have been tricked|deceived|forced|scammed|fooled|cheated, i was|been tricked|deceived|scammed,
        not|never agree|agreed ~ to? this|it, not want|like ~ this|it|again|anymore, no longer want|interested,
        not interested again, how|can ~ stop this|it, stop access,
        not want ~ see|read|check|have|share ~ my line|data|number|details|information, want out|off,
        disconnect me|my|it, withdrawing, am|want to withdraw, want to leave, off your|the system|list,
        not need ~ it|this again, not authorize|authorise|authorized|authorised, leave my line|number,
        stop checking|seeing|reading|using ~ my? line|data|number, scammed|scam me, cheated me,
        not give ~ permission|consent, end this|it, cancel everything|my|the, changed my mind ~ unlink,
        opt out of|from ~ this|it|sharing, not want to share, i have withdrawn, cut off ~ line|number,
        not want to share again|anymore|it,
        not do this, never agreed to?, they|them ~ stop|should stop,
        remove|unlink|disconnect all|both ~ lines|numbers?, delete both ~ lines|numbers, deactivate|suspend|pause|freeze ~ sharing|link|linking, not
        use ~ number|line again|anymore, sold my|this line|number again?, number|line|sim is|was no longer|more mine, want to opt
        out, unlink both,
        remove|take|delete ~ number|name|me|contact from|off ~ list,
        remove|unlink|disconnect ~ airtel|mtn one|line|sim|number,
        pause|stop|suspend it|sharing? for ~ week|month|weeks|months|days,
        not agree|accept|consent again|anymore,
        no longer|more agree|accept|consent, not have ~ sim|line|number again|anymore
answer-words-unlink =
    .words =
        i have? sold my|this|the line|number|sim,
        unlink, unlink it, unlink me, i do not want|need again|anymore, not again, remove it, remove me, disconnect, disconnect it,
        stop sharing it, end it, i want out, i am withdrawing, i want to withdraw, please end this|it,
        cancel everything, i do not need|want it|this again|anymore?,
        deactivate, deactivate me|it, i never agreed|agree, i did not agree, i did not do this, leave,
        pull out, pull me out, stop all, suspend it?, pause it?, can i stop, unlink both|them, remove
heard-delete =
    .words =
        delete|erase|wipe|clear|remove ~ data|everything|information|info|details|record|records|history,
        data|information|details deleted|erased|wiped, forget me|everything, delete ~ account, delete what you have,
        delete ~ you have on|of|about me, data|information|details|record|records removed|erased|wiped|cleared|deleted,
        delete|erase|forget|remove ~ messages|chat|chats, forget my number|line, close ~ account,
        delete|erase my|the number, deactivate my account
answer-words-delete =
    .words = delete it, delete all, delete me, erase, wipe, wipe it
heard-cancel =
    .words =
        cancel ~ it|this|process|everything|that, should|want|to|must|please|can cancel,
        i want|need|like to stop|quit|end|cancel|exit, stop the? process, change|changed my mind, stop this|it|the,
        not think ~ good|right|wise|want ~ again|anymore?, forget it|about, end this|the chat|process|thing, no longer doing
answer-words-cancel =
    .words =
        cancel it|this|that|everything|now?, stop it|this|that|now|please?, quit it?, end it|this?, exit, abort,
        forget it, forget about it, never mind, nevermind, leave it, leave this, stop everything,
        i am no longer interested, no longer interested, not interested again, i changed my mind,
        i have changed my mind, i? have? changed my mind i do not want it|this|again?,
        no? i mean i? have? changed my mind i do not want it|this|again?, terminate, i want to stop, i do not want again, i do not want this again,
        end this|the chat, i am no longer doing|interested it|this?, i want to quit|end|exit|cancel, please stop this,
        stop this thing|chat|process, i am done, abort it|this?, i am not doing again|anymore, i am stopping here|now?,
        i do not want to do|continue it|this? again|anymore?, let us stop here, i am stopping,
        i am no more interested, no more interested,
        do not continue|proceed|go on?, i said|say stop|cancel, no more stop
heard-keep =
    .words =
        not ~ unlink|cancel|delete|stop|remove|disconnect|end ~ it|me|line|number|sharing|data|this?,
        never unlink|delete|cancel|remove ~ me|it?, keep it|my|the|sharing|mtn|airtel, leave it, let it be, let it stay
answer-words-keep =
    .words =
        no keep it, no leave it, do not, i? have? changed my mind keep it|my|the|that line|number?, no do not, do not do it, no do not do it, leave it, keep, no do not unlink,
        do not unlink, i changed my mind, no thanks, never mind, nevermind, no sorry, no i? changed my mind,
        i changed my mind leave it, do not remove it|my|line?, please do not, no stop, no wait,
        no need, no worry, no worries, no need again,
        do not hide it|anything|this?, do not hide my name|identity|balance|balances|transactions|history,
        i did not mean that|it|to?, i was only|just asking|checking, no i was only|just asking, i do not want to
        unlink|delete|remove|stop ~ it|line|number|this?, no i do not want to unlink|delete|remove|stop ~
        it|line|number|this?, i did not say you should unlink|delete|remove ~ it|line|number?,
        do not do it yet|now, no do not do it yet|now, i still need it|my|the? line|number?,
        mistake, it is|was a mistake, i made a mistake, sorry i did not mean it|to, i still want it|this
# At the question whether to end one thing, the words by which another is named, and those that mean this line.
heard-deleting =
    .words = delete, erase, wipe, forget
heard-unlinking =
    .words = unlink, disconnect, stop, sharing, withdraw
heard-this-line =
    .words = it, line, number, sim, sharing, access
heard-confirm =
    .words =
        yes unlink|delete|remove|stop|do ~ it|them|everything|line|sharing?, i confirm, confirm it, yes i am sure,
        i am sure,
        no i said|say|want|mean to? unlink|remove|stop|delete ~ it?
answer-words-confirm =
    .words =
        yes, unlink everything|all|them, i confirm, confirm it, yes i am sure, i am sure, yes stop|unlink|delete|remove sharing|it|this?, yes do it,
        yes stop sharing, yes i want to unlink|delete|stop ~ it?, yes i confirm, confirmed,
        go ahead and unlink|delete|stop it?, unlink it, delete it, remove it, stop sharing, unlink, delete,
        yes remove it, yes go ahead, yes of course, yes unlink|delete|remove|stop my line|it|number|data|everything,
        sure yes, yes sure, yes stop|remove|unlink|delete it|my|the line|number|data|sharing?, yes take it off,
        yes disconnect it|me|my line?, yes please do it|so?, yes i want to stop|unlink|remove|delete it|sharing?,
        yes please,
        delete everything|all, yes delete everything|all, erase everything,
        remove, remove my? line|number, yes end it|this, yes stop it,
        i want|need|like to unlink|delete|remove|disconnect it|this|sharing|line|number?,
        i said unlink|delete|remove it?

# Where a code is awaited: that it has come; where a number is: that it will be typed.
heard-has-come =
    .words = seen, saw, come, came, arrived, received, entered
heard-typing =
    .words = type, send, write, enter
# Of who misses the code: what orders another, what stands before a "send" that orders none, and what asks after it.
heard-ordering-codes =
    .words =
        resend, again, another, new, fresh, more, expired, expire, gone, invalid, wrong, deleted, delete, lost, missed,
        request, need, want, work, working
heard-ordering-no-codes =
    .words =
        did, have, has, had, been, was, is, are, when, where, why, how, which, they, network, mtn, airtel, message, sms
heard-asking-after-codes =
    .words =
        where, when, why, how, which, sure
# That somebody else wants a new code to be asked for; a question about one; that none is to be sent.
heard-told-to =
    .words = told, say, says, said, asked, tell, tells
heard-somebody =
    .words = man, woman, lady, agent, he, she, person, somebody, caller, guy
heard-asking-of-codes =
    .words = who, does, do, if
heard-sending =
    .words = send, resend, need, request, sending
# What is no code of ours, though every word for a code is read as one.
heard-pins =
    .words = pin, pins, password, passwords
# Where a code is awaited: words of who speaks of it.
heard-of-code =
    .words = code, sms, message, text, it, yet, where, when, wait, waiting
# Beside figures, which may be a code: the word for it, as every other word for it is read; that a code is over, and
# what tells before and behind that how long one still is good.
heard-code-named =
    .words = code, token
heard-running-out =
    .words = expire
heard-before-running-out =
    .words = will, shall, to
heard-behind-running-out =
    .words = in, after, within, at
# With what it is asked whether a number is ours, and what it then does or is.
heard-asking-if-ours =
    .words = is, did, was
heard-doing-of-ours =
    .words = you, your, this, send, sent
# Behind a "no" that denies, and is not short for number.
heard-behind-a-no =
    .words = use
# What asks of figures right behind them; of what they are; what is a verb of that in Pidgin only: "wetin be this".
heard-which-one =
    .words = which one
heard-asking-about =
    .words = about
heard-it-or-that =
    .words = it, this, that
heard-be =
    .words = be
# That they told somebody; behind that it was us, or no person: "I told you".
heard-i-told =
    .words = i told
heard-you-or-it =
    .words = you, it
# Who else presses for a code; handing it over, and to whom; that one came.
heard-pressing-people =
    .words = boy, girl, staff
heard-handing =
    .words = give, show, read, tell, send, forward, hand
heard-handed-to =
    .words = him, her, them, agent, somebody
heard-sms-or-code =
    .words = code, codes, sms, message, token
heard-arriving =
    .words = got, get, received, receive, sent, sends, came, come, texted
heard-he-or-she =
    .words = he, she
# With these a text asks that else reads like a wish: "is it the wrong number". "Can I change it" is one.
heard-asking-openings =
    .words = is, was, did, are
# All that a "no, thank you" is made of.
heard-no-thanks =
    .words = no, thanks, thank, you
# What is shared, as it is named by whoever leaves it out, hides it, or lets nothing else be read.
heard-scope-identity =
    .words =
        name, names, surname, identity, detail, details, dob, birth, birthday, birthdate, born, gender, age, sex
heard-scope-balances =
    .words = balance, balances
heard-scope-transactions =
    .words = transaction, transactions, history, statement, statements
heard-leaving-out =
    .words = hide, remove, skip, exclude, leave, omit, except
heard-only =
    .words = only, just, alone
# What answers whether one thing may be seen, and is no end of all: "i do not want it".
heard-nothing-else =
    .words = nothing, anything, else, other, rest
heard-not-this-one =
    .words = i, do, not, no, want, it, this, that, one
# Of a new code: that there is no need of one, or that none is to be sent; what asks for its price; when the old one ends.
heard-of-need =
    .words = need
heard-forbidding =
    .words = do
heard-how-much =
    .words = how much
heard-asking-when =
    .words = when, will
# That the code is there, two words each; what asks whether it is, before them.
heard-has-been-sent =
    .words = have sent, has sent, been sent, have received
heard-asking-if-sent =
    .words = has, have, did, is
heard-send =
    .words = send
# That something comes first: "let me look before you send it".
heard-not-before =
    .words = before
# What asks what becomes of something by itself, and who would do it: "will they delete my data".
heard-asking-if-will =
    .words = will, do, does, would
heard-who-would =
    .words = you, they, it
heard-not-changing =
    .words = not change
# A verb before one of these asks, behind figures: "482913 is it"; and behind a name, but for "that is it".
heard-asked-behind =
    .words = it, i, you, we, they
heard-is-it =
    .words = is it
heard-that =
    .words = that
# Verbs that tell right before a network's name; the one of them that asks all the same, where it asks how that is.
heard-before-a-name =
    .words = is, do
heard-is =
    .words = is
# What orders a thing, and asks for nothing: "do it", "have the code".
heard-ordering-verbs =
    .words = do, have
heard-ordered-things =
    .words = it, this, that, these, those, the, my
# Who can do a network, and what asks for that: "una dey do mtn", "make una do mtn".
heard-offering =
    .words = you, people
heard-letting =
    .words = make
# Who speaks of themselves, as no network's SMS does; to whom that speaks; what wonders about it.
heard-i =
    .words = i
heard-myself =
    .words = i, me, my
heard-your =
    .words = your
heard-why =
    .words = why
# At the end of a sentence: not now.
heard-put-off =
    .words = later
# The law against fraud: a word, though it goes with the figures.
heard-fraud =
    .words = 419
# What tells behind a "no" that answers: "no it is my wife's line".
heard-telling-on =
    .words = it, is, this, that, the, my
# Before a digit that is said so often: "double four".
heard-times =
    .words = double: 2, triple: 3, treble: 3
# Ways of money that say nothing within a sentence, and of which the first may stand before a month.
heard-bare-in =
    .words = in
heard-bare-out =
    .words = out
# Short words that are these only among others: alone "y" is a yes.
heard-respellings-among-words =
    .words = y: why
# Single words by which agents' questions are known.
heard-agent-code-wrong =
    .words = wrong, invalid, expired, working, work, correct, accepted, accept
heard-agent-code-asked =
    .words = type, enter, ask, tell, give, send, know, see, put, collect, what, her, his, their
heard-agent-doubt =
    .words = fraud, scam, 419, fake, real, genuine, trust, safe, yahoo
heard-agent-lasts =
    .words = last, long, expire, expires, valid
heard-agent-mends =
    .words = delete, remove, edit, change, correct, mistake, wrong, cancel, end, stop, undo
# Whether they get on: one of the first and one of the second in a few words.
heard-agent-asks =
    .words = did, has, have, any, check
heard-agent-progress =
    .words =
        agree, agreed, open, opened, finish, finished, finishing, done, update, updates, progress, happening, happened, status, reach, reached, going, stuck, stand, linked, declined, customer, customers
# What an agent never does for a customer.
heard-agent-does =
    .words = type, enter, do, agree, accept, tap, fill, press, complete
# What is a customer's own, and that it is theirs; that they want no more.
heard-agent-private =
    .words = balance, balances, transactions, transaction, history, statement
heard-agent-theirs =
    .words = his, her, him, them, their, customer, customers, show, of
heard-agent-unlinks =
    .words = unlink, disconnect
# That it is the customer who wants an end of it.
heard-agent-ending =
    .words = stop, delete, withdraw, leave, quit
heard-agent-wanting =
    .words = want, wants, wanted, asks, says
# That an agent wants to be none any more.
heard-agent-leaving =
    .words = leave, leaving, resign, resigning, quit, quitting, retire, exit
heard-agent-removes =
    .words = remove, delete, unsubscribe, deregister, close
heard-agent-membership =
    .words = account, profile
# What is said of the two words.
heard-agent-words-differ =
    .words = match, same, different, differ, two, other, wrong, correct
# That a link is for more than one.
heard-agent-several =
    .words = two, twice, both, people, many, several
heard-agent-week =
    .words = week, weekly
# What leads up to the days, or to a network, that bound a question about links; and what goes with a network's name.
heard-agent-before-days =
    .words = for, of, from, in, on, the, this, last, previous, past
heard-agent-before-network =
    .words = on, for, of, from, in, to, with, by, the, are, is, using
heard-agent-behind-network =
    .words = line, lines, sim, sims, number, numbers, network
# What stands beside a board that is named in a few words: "how many mtn links do I have now".
heard-agent-beside-board =
    .words = i, me, we, us, you, do, does, have, has, got, get, there, many, in, on, at, from, with, now, still, so, far
heard-agent-month =
    .words = month, monthly
heard-agent-shows =
    .words = show, see, list, view, my, all, check, where
# What may lead up to the words by which a link is sought; alone they name none.
heard-agent-about =
    .words =
        the, a, that, this, link, links, one, ones, line, for, of, to, my, please, it, them, him, her, all, everybody,
        everything, customer, customers
# With what a question about one customer may begin: "how far with Ada", "where is Ada".
heard-agent-whereabouts =
    .words =
        what is the status of, what is the status for, what's the status of, whats the status of, the status of,
        what is happening with, what is happening to, any progress on, any progress with, any news on, any news about,
        how far with, how far for, how far, how is, how about, what about, what of, what happened to, where is,
        any update on, any update from, any news of, any news from
# Whose links, and not how many.
heard-agent-who =
    .words = who, whose, which, those, ones, people, anybody, anyone, somebody, customers
# Behind a name, what is theirs.
heard-agent-owned =
    .words = link, own
# What a link does, or no longer does.
heard-agent-link-works =
    .words = open, opens, opening, opened, work, works, working, load, loads, loading
heard-agent-link-broken =
    .words = broken, invalid, dead, spoilt, spoiled, expired, expire
# That it came to somebody, or was sent; and that it was used.
heard-agent-link-comes =
    .words =
        reach, reached, come, came, enter, entered, arrive, arrived, deliver, delivered, show, showing, get, got, receive,
        received, sent, dropped, seen
heard-agent-link-used =
    .words = used
heard-agent-asks-whether =
    .words = is, was, did, has, any
# What stands in such a question and names nobody.
heard-agent-nobody =
    .words =
        qr, picture, text, message, page, code, number, phone, network, agent, agents, money, anyone, she, he, they, we, you, your, our, i, it, yet, now, still, already, so, far, been, be, was, were, do, does, is, are, one,
        on, from, with, about, today, yesterday, who, whom, happen, doing, link, out, else, anybody, everybody, somebody,
        if, whether, know, let, me, tell, wan, want, business, work, family, market, day, night, weekend, body, things, life, in, at, and, or, by, up, not
# By which it is asked how far somebody came, beside "finished", and where it ended; single words, as all above.
heard-agent-opened =
    .words = open, opened, view, viewed, click, clicked
heard-agent-agreed =
    .words = agree, agreed, agrees, consent, consented, accept, accepted
heard-agent-declined =
    .words = decline, declined, refuse, refused, refuses, reject, rejected, rejects
heard-agent-expired =
    .words = expire, expired, expires, lapsed
heard-agent-cancelled =
    .words = cancel, cancelled, canceled
heard-agent-withdrawn =
    .words = withdraw, withdrawn, withdrew, unlink, unlinked, revoked, disconnected
heard-agent-failed =
    .words = fail, failed, lost
# Behind these a "yes" or "no" is what somebody answered; a question with these is about what can be done.
heard-agent-says =
    .words = said, say, says, saying, answered
heard-agent-ability =
    .words = can, could, may, should, allowed
# Days that no board is of.
heard-agent-other-days =
    .words =
        ago, weekend, monday, tuesday, tues, wednesday, weds, thursday, thurs, friday, saturday, sunday
# What happens on a day; and that it is the week or month before this one.
heard-agent-events =
    .words = happen, happened, happening, update, updates, news, going, progress, new
heard-agent-last =
    .words = last, previous
# Before "open" these make a state of it.
heard-agent-being =
    .words = are, is, still
# What somebody does whose name stands before it; behind which a name stands; words beside them that are no name.
heard-agent-done-by =
    .words =
        link, linked, make, made, do, did, done, don, open, opened, get, got, bring, brought, have, has, send, sent,
        create, created, finish, finished, handle, handled, serve, served
heard-agent-beside-name =
    .words = did, has, have, had, does, by, of, for, from
heard-agent-no-name =
    .words =
        me, us, mine, myself, am, old, recent, latest, first, current, active, other, others, more, next, back, total, number,
        numbers, there, how, many, much, customer, client, clients, guy, guys, man, woman, men, women, folks, folk,
        persons, person, friends, team, staff, lines, sim, sims, accounts, invitations, invites, invited,
        successful, successfully, actually, really, finally, just, ever, fully, completely, even, then, also, only,
        after, before, but, if, than, that, this, these, with, without, within, during, since, until, till, ago, hour,
        hours, day, days, morning, afternoon, evening, year, time, times, mtn, airtel, glo,
        tomorrow, his, her, hers, their, theirs, received, sent, got, get, want, tried, try, trying, using, use,
        stop, stopped, left, leave, yes, no, ok, okay, well, good, bad, problem, problems, issue, issues, wrong, every,
        each, any, some, most, both, same, please, tell, give, us, let, know, explain, would, will, could, should, shall,
        might, must, may, can, hand, handed, new, today, again, working, work, expired, made, links, everyone, anything,
        nothing, something, wetin, report, reports, figure, figures, result, results, board, performance, sales, work
# That it is asked how many links may still be made.
heard-agent-left =
    .words = left, remain, remains, remaining, limit, quota, more
# By which what goes on is looked for on a board.
heard-agent-going-on =
    .words = active, pending, ongoing, unfinished, waiting
# What may stand around a number for which a link is wanted.
heard-agent-around-link =
    .words =
        send, make, create, give, generate, need, needs, want, wants, i, a, the, this, that, my, me, us, him, her, them,
        can, could, you, help, with, another, is, it, its, his, link, for, to, on, line, number, customer, new, please
# What leads up to a number or a network in a link's line; alone it is no note. Behind some of it stands a colon.
heard-agent-around-note =
    .words = for, to, on, with, please, pls, plz
heard-agent-labels =
    .words = number, phone, network, note, ref
# By which a sentence orders a link.
heard-agent-orders =
    .words = send, make, create, generate, give, new
heard-agent-before-order =
    .words = can, could, you, me, help, us, i, want, to, need
# Whose links are asked for: those who are done, in one word.
heard-agent-finished =
    .words = linked, finish, finished, done, complete, completed
heard-agent-makes =
    .words = make, create, need, generate, new, send, customer, want
# What takes back or puts right what was said of a link, and what may stand around it and is no note.
heard-agent-takes-back =
    .words =
        no, not, sorry, wrong, wrongly, actually, instead, mistake, mistaken, change, mean, meant, other,
        another, different, edit, rather, oops, typo, error, incorrect,
        restart, start, begin
heard-agent-beside-correction =
    .words =
        the, a, an, is, was, it, that, this, these, those, i, my, me, her, his, their, she, he, they, to, for, of, on,
        with, and, or, but, be, use, used, put, set, make, made, one, own, now, should, must, let, want, need, again, over, oh, ah, here, right, correct, new,
        typed, gave, entered, said, number, numbers, digit, digits, line, phone, sim, network, customer, person
# That something of a link is wrong, and what of it that is no line.
heard-agent-amiss =
    .words = wrong, wrongly, incorrect, mistake, mistaken, error, typo, change, edit
heard-agent-parts =
    .words = note, name, reference, ref, person, customer
# By which digits a number ends.
heard-agent-ends =
    .words = end, ends, ending, ended, digits
heard-agent-network =
    .words = network, networks
heard-agent-line =
    .words = number, numbers, digit, digits, line, phone, sim
# Which one is the right one.
heard-agent-right =
    .words = right, correct, should, must
# By which no link is wanted, with a "not" beside it, and what may stand around that.
heard-agent-declines =
    .words = make, create, do, link, want, need, generate, bother, continue, proceed
heard-agent-beside-declining =
    .words =
        it, am, the, this, that, a, any, one, again, more, longer, now, anymore, you, i, me, her, him, them, for, to, let, will, should
# What says that a note is one, before its colon.
heard-agent-note =
    .words = note
# By which something else is ordered where a note is asked for.
heard-agent-orders-else =
    .words = resend, find, show, list
# That the text to forward is wanted once more, and what it is.
heard-agent-resends =
    .words = resend, resends, resent
heard-agent-once-more =
    .words = again, back
heard-agent-forwarded =
    .words = link, text, message, invitation
# What begins a second thought, before a comma.
heard-agent-sets-out =
    .words = no, sorry, wait, stop, oh, oops, actually
heard-agent-not-yet =
    .words = yet
heard-agent-orders-on-link =
    .words = cancel, remind, find, invite, remove, resend
# Said beside a command, and never a part of a name: "Mama Boss" is one, and so may "Ma" be.
heard-agent-please =
    .words =
        please, plese, pleas, pleae, pls, plz, plez, plss, pliz, kindly, thanks, thank you, thankyou, tanks, thx, tnx
heard-agent-needs =
    .words = need, want
heard-agent-persons =
    .words = i, me, we, us, she, he, they, you
# Customers, and all by which they are spoken of; who speaks of themselves; the word for who they are.
heard-agent-customers =
    .words = customer, customers
heard-agent-she-or-they =
    .words = she, he, they
heard-agent-others =
    .words = customer, customers, she, he, they, her, his, him, them, their
heard-agent-i-or-we =
    .words = i, we
heard-agent-oneself =
    .words = me, myself
heard-agent-me =
    .words = me
heard-agent-agent =
    .words = agent
# That it is asked how many, the words in whichever order; beside the second alone nobody is asked for by name.
heard-agent-how-many =
    .words = how many
heard-agent-many =
    .words = many
# Links, also by another word; all by which a board is known; the figures; what may stand behind a name: "Bisi links".
heard-agent-links =
    .words = links
heard-agent-links-or-ones =
    .words = links, ones
heard-agent-board-words =
    .words = links, ones, customers, many
heard-agent-report =
    .words = report
heard-agent-shown-of-somebody =
    .words = links, report
heard-agent-one-or-all =
    .words = link, links
heard-agent-limit =
    .words = limit
# That something was done, and what agents do to lines.
heard-agent-did =
    .words = do, did, done
heard-agent-linked =
    .words = link, linked
# Beside these "link" is what was done, and behind those it is a thing.
heard-agent-with-a-deed =
    .words = many, did, today, yesterday
heard-agent-before-a-thing =
    .words = the, a, your, my, this
# What somebody answered.
heard-agent-said-yes =
    .words = yes
# That one is to be sent again: all the words of one of these.
heard-agent-sends-again =
    .words = resend, link again
# What asks by itself how it goes.
heard-agent-asks-alone =
    .words = update, status
# Of a customer's code: the word; that it is refused; that it does not come.
heard-agent-code =
    .words = code
heard-agent-code-refused =
    .words = wrong, invalid, expired
heard-agent-code-missing =
    .words = where, waiting, delay, delayed, resend, again, another
# The two words that are compared; what a customer opens; that it may be one for several.
heard-agent-words =
    .words = word, words
heard-agent-opens =
    .words = link, page
heard-agent-one =
    .words = one
# What is put right, and how an end of it is called; that an agent asks to be none; in whose place something is done.
heard-agent-made =
    .words = link, number, network, mistake, undo
heard-agent-cancel =
    .words = cancel
heard-agent-asks-to-leave =
    .words = agent, how, can
heard-agent-for =
    .words = for
# Behind a "wait": it tells of a time, and is what a link is for.
heard-agent-until =
    .words = till, until, for
# Where it is asked which of several lines: not one of them.
heard-every-line =
    .words = both, all, every, everything, two
heard-free =
    .words =
        is|it|this|that ~ free, free of charge, for free, how much is it|this|that, how much is the charge|fee|cost,
        how much do|does|will|would|must|should ~ pay|cost|charge|charged,
        do|will|must|should|am i ~ pay|paying ~ for|anything|money|this|it?, does it|this cost,
        any charges|charge|fee|fees|cost|payment, what are|is the? charge|charges|fee|fees|cost|price,
        is there ~ cost|fee|charge|charges|payment, do you charge, cost anything, it cost,
        will|go charge me|us, will|do|must|should|can you|they|i charge|pay, any payment, there a? payment|charge|fee|cost,
        does|will it|sms|this|code cost, must i pay, i? am i paying, pay anything, load|recharge card before|first,
        load card, any amount, pay any,
        do|must|will i have to pay, have to pay,
        how much ~ registration|form|processing|fee, processing|registration|service fee, any fee,
        there is a|any charge|fee|cost|payment
answer-words-free =
    .words = how much, free, cost, price, is it free, charges, fee, fees, yes? ok? but how much
heard-money =
    .words =
        deducted, deduction, deductions, send 1000|2000|5000|10000|500 to, buy 1|2|3|5|10 gb, need|want airtime,

        take|remove|withdraw|deduct|steal|collect|touch|debit|move|deducted|removed|withdrawn|stolen|deducting|removing|taking|debiting ~ money|airtime|bank|funds|fund|cash|balance|credit|account,
        money|airtime|credit ~ deducted|removed|taken|debited|withdrawn|stolen|deduct|go, be debited|charged, debit me,
        access|enter|see|open|reach|hack ~ bank ~ account?, bank account, you deduct, deduct,
        stop deducting|removing|taking|debiting ~ money|airtime|credit|data, transfer money|airtime|cash,
        send money|airtime|cash to, borrow|loan me airtime|data|credit, buy airtime|data|card, sell me? airtime|data,
        transfer|send|recharge 50|100|200|500|1000|2000|5000, charge|charging my account|bank|airtime|card, empty my account, my money ~ safe, money|airtime|account safe,
        affect|finish|use|touch|take|spend my? airtime|credit|money|account|airtime balance,
        borrow on my line|name|number, money leave, leave my account, lose ~ money|airtime, charge my account, my bank,
        my atm|card, bank details, money ~ bank ~ safe, take|collect|borrow loan with|on ~ my|line|number,
        finish my ~ data|airtime|credit, is my account|money,
        buy ~ airtime|data|credit for me, buy me airtime|data|credit, recharge ~ for me, recharge my line|phone|number,
        i? want|like|need to buy|recharge ~ airtime|data|credit|line,
        i was|got debited|charged|deducted, have|did you? taken|take|took|taking|deduct|deducted ~
        airtime|credit|data|money, my airtime|credit|data is|keeps? reducing|finishing|disappearing|going,
        airtime|credit|data reducing|finishing|disappearing,
        money ~ left my|the account|line, money ~ missing|disappeared|vanished, money is|has|have
        missing|gone|disappeared|vanished, unknown|strange|unauthorized debit|debits|transfer|withdrawal,
        withdraw 500|1000|2000|3000|5000|10000|20000|50000|money|cash, borrow ~ in|with|on my name,
        want|like|need to withdraw 500|1000|2000|3000|5000|10000|20000|50000|money|cash
heard-calls =
    .words =
        do|can|will they|you|agent ~ see ~ calls|messages|chats|contacts|texts|sms,
        who ~ see|sees|read|reads ~ my calls|messages|chats|contacts|texts|sms,
        watch|watching|monitor|monitoring me,

        see|read|hear|listen|check|record|monitor|view|access|look|reading|reads ~ calls|call|messages|message|sms|chats|chat|texts|text|whatsap|contacts|conversation|conversations|pictures|photos|gallery|contact,
        see ~ call history|log|logs, see|know who|whom i ~ call|chat|talk|text, call history|log|logs, track me|my,
        hear me, spy on me?, location, my pictures, calls|chats|messages|conversation ~ recorded|safe|private|read|seen,
        private messages|chats|chat, my location, my whatsap, access ~ calls|contacts|messages, who called me,
        see who ~ call|calls|called ~ me?, phone calls,
        can|will|could|does|how ~ see|read|hear|check|know|access ~
        calls|call|messages|message|sms|chats|chat|texts|whatsap|contacts|contact|pictures|photos|location,
        send ~ sms|message|messages|text ~ my contacts|people|family|friends|relatives|@kin,
        call|message|text|disturb|embarrass|contact ~ my contacts|people|family|friends|relatives, my
        contacts|contact list
heard-why-details =
    .words =
        why|wetin|need ~ need|want|wants|see|ask|asking|read|check|collect|know|share|for ~
        balance|balances|airtime|transactions|transaction|recharge|name|identity|gender|spending, why my|the
        balance|balances|airtime|transactions|name|identity, what ~ do|use|doing with|for ~
        balance|balances|transactions|name,
        why do|does|would|are you|they|kudi ~ need|want|wants|ask|asking|see ~
        balance|balances|airtime|transactions|name|identity|gender
heard-why-birth =
    .words =
        why|what|wetin ~ need|want|ask|asking|collect|know|use|for|do|with ~ birth|birthday|dob|age|born, why my|the
        date of birth, why my age|birthday|dob, date of birth for what, birthday for what,
        why do|does|would|are you|they ~ need|want|ask|asking ~ birth|birthday|dob|age
heard-name =
    .words =
        why is|are|did ~ name|names|surname not? complete|full|short|hidden|masked|covered|incomplete|half|cut,
        name|surname is|was not? complete|full|incomplete|half|short|cut|hidden|masked|covered,
        why did|do|are you ~ hide|hiding|cover|mask|cut my? name|surname, show|see my? full|complete|whole name,
        surname|name|lastname is missing, name|surname is|was? spelt|spelled|written|misspelt|misspelled wrong|wrongly,
        name|surname is|was misspelt|misspelled, wrong spelling, i want|need|like? to? change|correct|update|edit|mend|fix my|the? name|surname|birthday,
        how do|can|will i change|correct|update|edit|fix my|the name|surname|birthday,
        change|correct|update|edit|fix my|the? name|surname|birthday,
        change|correct|update|edit|fix my|the? date of birth, how|where did|do you get|see my name,
        how did|do you know my name, whose name is, who is that|this name, who has|owns that|this name,
        why ~ another|different|other|wrong name, name has? changed, former|maiden|old name,
        is that|this my name, i do not know that|this name, where ~ name from
heard-why-number =
    .words =
        why|what ~ need|want|asking|ask|require|for|collect ~ number|phone|details|data|information|line|info,
        why my|the number|details|data|information, why should|must|do i ~ give|send|share|drop ~ number|it|details,
        what ~ do|use|doing with|for ~ number|phone|it|line|details,
        what do you want to? ~ number|phone|it|line|details|data, what ~ do with ~ number|phone|it|line|details,
        what is it|this|that for, what is the|my number for, number for what, for what purpose, what ~ use it|this for,
        why do you need, must|should i ~ give|put|drop|send ~ my? number, why must|should, need the|my number,
        what is the use of my number
answer-words-why-number =
    .words = for what, why do you want it, why do you need it, what for, purpose
heard-code-use =
    .words =
        what is|was the|this|that|my? code ~ for, what ~ use|purpose|work|function|essence|importance|benefit|point of the|this|that|my? code,
        what does|do|can|could|will|would|did the|this|that|my? code ~ do|allow|give|open|show|let|mean,
        what will|would|do|does|can|are|is you|we|they|it|kudi ~ do|doing|use ~ code, what are you using ~ code ~ for,
        why do|does|did|would|are|is you|we|it|kudi ~ need|want|ask|asking|require|requesting ~ code,
        why do|must|should|would i ~ need|enter|type|put ~ the|this|that|a code, why the|this code, why is the|this|a? code ~ needed|necessary|important|required,
        code is? for what|why, what happens|happen if i ~ type|enter|put ~ the|this|my? code,
        what can|will|would somebody|they|anybody|agent|he|she|person|people|man ~ do with ~ code, what can the agent|man|person do with ~ code, how ~ you use ~ the|this|my code, is the|this? code ~ dangerous
answer-words-code-use =
    .words = what is it used for, why a? code, code for what
heard-why-network =
    .words =
        why ~ need|want|ask|asking|asked|choose|choosing|pick|tap|select|know|require for|to|about? know|choose? the|my|which|a? network|networks,
        do|does|will you|they|it need|want|require to? know? my|the|which network, what ~ need|want|use my|the network for, network is? for what,
        what happens|happen|will|would|if ~ i tap|choose|pick|press|click|select|type mtn|airtel|one|it|network,
        what|if ~ i tap|choose|pick|press|click|select the? wrong one|network,
        does it matter which|what network
answer-words-why-network =
    .words = why the? network, why my network
heard-sms-to-come =
    .words =
        will|would|shall|do|am|should i ~ get|receive|see ~ sms|code|otp|message|text,
        will|would|does|shall ~ sms|code|otp|message come|arrive, will|would|do|does|are you|they|it|mtn|airtel|network ~ send|sending ~ sms|code|otp,
        how will|do|would|does ~ get|receive|come ~? code|otp, how will|does the code|otp come|reach
heard-endings =
    .words =
        what does|do|will|would|did ~ unlink|unlinking|delete|deleting ~ do|mean|change|remove, what is unlink|unlinking|delete|deleting,
        what is the? difference ~ unlink|delete|unlinking|deleting ~ unlink|delete|unlinking|deleting?, difference between ~ unlink|delete|unlinking|deleting,
        what is the? meaning of unlink|unlinking|delete|deleting, what happens|happen|will|would ~ if|when|after i? type|tap|press|say? delete,
        what happens|happen if|when|after i? type|tap|press|say unlink, what do you delete
heard-delete-message =
    .words =
        how ~ delete|remove|erase|clear ~ message|messages|sms|text|code|chat, where ~ delete|remove|erase ~ message|messages|sms|text|code,
        i? can|do not know? how? to? delete|remove|erase ~ message|messages|sms|text|code, delete ~ message|messages|sms|code how,
        can|could|will you delete|remove|erase ~ message|messages|sms|code ~ for me, help me delete|remove|erase ~ message|messages|sms|code
heard-what-receipt =
    .words =
        what is the|this|that|a receipt, what is|are ~ receipt|receipts for|about, what does|do ~ receipt ~ mean|do|say|prove, what ~ do|use with|for? the|this|my receipt, what is ~ use of ~ receipt,
        is the|this|that|my|your receipt ~ real|genuine|valid|fake|true|original|authentic|legit|good|correct, is it|this|that a real|fake|genuine|valid receipt,
        receipt is? for what, what kind|type of receipt, how ~ know|check|verify|confirm ~ receipt, what do i need ~ receipt for, does the|this|my receipt ~ hold|count|work
heard-robot =
    .words =
        are|is you|this ~ robot|bot|machine|computer|human|ai|chatbot, am i talking|chatting|speaking to|with ~
        robot|bot|machine|computer|human|person|somebody|ai
heard-line-unchanged =
    .words =
        will|would|does|do ~ block|bar|disconnect|deactivate my line|sim|number|phone,
        will|would|does|do|can|could ~ affect|spoil|swap|clone my line|sim|number|phone,
        going to ~ block|bar|affect|disconnect|spoil|swap|deactivate|clone my line|sim|number|phone,
        is my? line|sim|number safe, will my? line|sim|number be safe, line|sim|number|phone ~ be|get blocked|barred|affected|disconnected|spoiled|swapped|deactivated|cloned,
        block|swap|clone my line|sim|number if|after i, happen to my line|sim|number|phone,
        change anything|something on|in my line|sim|number|phone
heard-cannot-read =
    .words =
        can not read ~ english|well|this|it?, not know|able ~ to read|write, not ~ go to school, not see ~ well|clearly,
        my eyes ~ not ~ see|read|good|well, i am ~ blind
heard-before =
    .words =
        see|read|check|know|access|view|get|collect ~ before i ~ agree|accept|consent|type|enter|link, without my permission|consent|agreement, see|saw|seen|read|check|checked|checking|reading|seeing ~ without my permission|consent|agreement|knowledge,
        can|could|will|would|do|does you|they|it|kudi|agent|anybody|somebody ~ link|connect|add ~ without my permission|consent|agreement|knowledge, if i ~ not agreed|accepted yet
heard-what-seen =
    .words =
        what can|will|would|do they|you|it|agent|business|bank ~ see|read|check|access|view|collect|know|seeing|reading|checking, what
        exactly ~ see|read|access|view, what ~ you|they ~ able to see|read, see|know|check|read|view what|wetin i ~
        buy|bought|spend|recharge|recharged|load|do, can|will|do they|you|agent|business|bank ~ see|read|check|know
        ~ balance|balances|airtime|transactions|spending|recharge|data, what details|information|data|info ~
        see|read|access|collect|take|want|share|sharing, which details|information|data|info, what am i
        sharing|giving,
        what is|are|does transactions|identity|balances mean?,
        what did|has|have ~ kudi|loans|loan|company|business|bank|lender|agent see|seen|read|get|got|gotten|receive|received|collect|collected|take,
        only ~ balance|balances|transactions|name ~ you|they ~ see, what can|does|will ~ see|read|know|access,
        can|will|do|does they|it|kudi|company|business ~ see|read my? name|names|identity|birthday|gender|balance|balances|airtime|transactions|data,
        is|are they|you|it|kudi|company|business still? reading|seeing|checking|viewing ~ line|data|balance|balances|transactions|details|account|it?,
        have|has|did they|you|it|kudi|company|business stopped|stop seeing|reading|checking my? line|data|balance|transactions|it?,
        is|are my? transactions|balance|balances|name|identity|details still? hidden|visible|showing|shown,
        what else can|could|will|do|does they|you|it|kudi|company|business see|read|know|access,
        can|will|do|does|could|are you|they|it|kudi|company|business|bank still ~ see|seeing|read|reading|check|checking|view|access,
        can|will|do|does|could|would ~ see|know|check when|whenever|if|how i ~ buy|bought|borrow|borrowed|recharge|load|use ~ airtime|data|credit,
        when|whenever|if i ~ buy|borrow|recharge|load|use ~ airtime|data|credit ~ can|will|do|does|would ~ see|know|check
heard-who-sees =
    .words =
        who|whom ~ see|sees|access|gets|get|know|has|view|read|reads ~ it|data|details|information|info|them|this?,
        who|whom ~ share|sharing|sell|give|giving ~ it|data|details|with|information,
        sell|share|give|giving|sharing|selling ~ data|details|information|info|it ~ others|anybody|people|somebody|else|else|third|party,
        do|will you sell ~ data|details|information|it,
        will|can|does|do my? agent|mtn|airtel|others|people|anybody|somebody|family|wife|husband|boss|they|bank ~ see|know|access|view|read ~ it|balance|data|details|this?,
        other people see, who has access, with who|whom, will|is|are ~ data|information|details|info ~ safe|secure,
        can|will|does|do|could|may ~ police|government|wife|husband|boss|agent|friend|friends|others|people|public|anybody|somebody|mtn|airtel ~ see|view|know|read|check|access,
        who|whom ~ see|view|access, who are the people, to others, give ~ number ~ others|people|anybody,
        anybody|somebody else see|view|know, you people see, who will you ~ send|give|show ~ it|to, be|is public,
        information ~ public, made public,
        will|can|do|would you ~ share ~ with others|anybody|people|somebody,
        will|does|can|do my employer|office|landlord|parents|parent|people|neighbour|@kin know|see|hear|find, is|are
        ~ agent|boss|bank|@kin going to see|know,
        who|whom ~ able to see|view|access|know|read, who|whom is|are|can? seeing|reading|watching|checking|see|check|read|know my,
        my @kin must|should|will not know|see|hear
heard-pin =
    .words =
        atm|bank|banking|card|debit|momo|app|money|transaction|ussd|opay|palmpay|kuda code|codes|pins, code of|for|to my|your|the atm|bank|card|account,
        atm card code, bank account code, transfer code
heard-bvn =
    .words = bvn, nin, want|need|ask|collect|use|give|send|share ~ bvn|nin, see|read|know ~ bvn|nin
heard-own-choice =
    .words =
        is|it|this|that ~ compulsory|mandatory|optional|voluntary|obligatory|necessary, is|it|this ~ by force,
        am|are i|we ~ forced|obliged|required, must|should i do|accept|agree|link|continue|share ~ this|it?, do|must
        i have to, have to do|accept|agree|share|link, can|may|could i ~ say|choose no|not, can|may|could i ~
        refuse|decline|reject, what|wetin happens|happen|if ~ i ~ refuse|decline|reject|disagree, if i do|did|will
        not agree|accept|want|do|link|share|continue, if i say no|not, if i refuse|decline|reject|disagree, have
        a|any choice, compulsory, mandatory, by force, how|can|could|may ~ i|we
        stop|cancel|end|withdraw|unlink|remove|undo|delete|erase ~ later|after|afterwards|anytime|future|tomorrow, can i change
        my mind, if|when i change my mind, can i stop|cancel ~ any time,
        must i, is it a must, what ~ if i unlink, is it|this permanent, link it|again after|later,
        can|may i change it|this later|after|tomorrow
# People whose line it may be, and the same as owners: what @kin and @kin-s stand for in a phrase. One that is a
# courtesy as well is somebody behind "my", "his", "her" and "our": "my oga own".
heard-kin =
    .words =
        wife, husband, mum, mom, mother, mama, father, dad, papa, brother, sister, friend, son, daughter, uncle,
        aunty, cousin, girlfriend, boyfriend, neighbour, colleague, partner,
        mummy, mommy, daddy, auntie, aunt, grandma, grandmother, grandpa, grandfather, niece, nephew, hubby, fiance,
        fiancee, babe, guy, neighbor, roommate, landlord, landlady, tenant, pastor, teacher, driver, client, staff,
        employee, employer, apprentice, guarantor, boss, madam, bro, bros
# Which one of them it is.
heard-which-kin =
    .words = elder, younger, junior, senior, late, small, big, little, step
heard-kin-s =
    .words =
        wifes, husbands, mums, moms, mothers, fathers, dads, brothers, sisters, friends, sons, daughters, uncles,
        auntys, cousins, neighbours, colleagues, partners,
        mummys, aunts, aunties, grandmas, grandmothers, hubbys, fiances, babes, guys, landlords, pastors, clients, madams
heard-not-my-name =
    .words =
        name ~ line|number|sim ~ not mine|me, name ~ line|number|sim ~ not my own? name?, name ~ not mine, name ~ not my own? name
heard-others-line =
    .words =
        @kin|@kin-s line|number|sim|own, @kin phone number|line, @kin owns it|this|that, my @kin ~ got|has|received the? code,
        one|line|it belongs to my @kin, no wait that one belongs to my @kin, is my|his|her @kin-s, belong|belongs to ~ @kin|somebody|him|her|another,
        is for my @kin, number|line|sim for|of my @kin, somebody|somebodys else|elses line|number|sim|own,
        another persons? line|number|sim, not mine, not my own line|number|sim?, not my line|number|sim,
        his|her line|number|sim, not own the|this? line|number|sim, customers|clients line|number|sim,
        registered|in|with|under ~ my|his|her @kin-s name, registered with|in my @kin name,
        not in|under|on|with my own? name, line|number|sim is|was not in|under|on|with my own? name,
        not registered|register it|this|the? line|sim|number? in|under|on|with|to my own? name, my name is|was not on|in ~ line|number|sim,
        my @kin registered it|the|this|my|that, is for my manager|employer,
        belong|belongs to my|his|her|our|their,
        add|link|connect my @kin|@kin-s line|number|sim?, doing|do it|this for my @kin
# That the line had another owner, or came to them lately.
heard-former-owner =
    .words =
        somebody|somebodys else|elses own|line|number|sim? ~ before, belonged to ~ before?, belonged to somebody else,
        used to belong to, used to be ~ somebody|person|else|elses|@kin|@kin-s, another persons? line|number|sim|own? before,
        was|were|is ~ @kin|@kin-s line|number|sim|own? before|previously|formerly,
        somebody|person|people ~ own|owned|owns|had|has|have|using|used|use this|the|my|that line|number|sim ~ before,
        somebody|person|people ~ owned|had|using it before, person|one|people|who ~ had|have|owned|own|used ~ line|number|sim before,
        had|owned|used it|this|the ~ before me, before me, former|previous|last|old|first owner|owners, former|previous user|users,
        who owned it|this|the|my, second hand line|number|sim, recycled,
        i? just|newly|recently bought|buy|got|collected|get this|the|that|my line|number|sim, i? bought|buy this|the|that|my line|number|sim,
        it|this|line|sim|number|that is a new line|number|sim, my line|number|sim is new
answer-words-former-owner =
    .words = i? just|newly|recently bought|got it, new sim
heard-next =
    .words =
        what|whats happens|happen|is|will|comes|do ~ next|after|now|then|happen, what next, next step|steps|thing,
        what now, what happens next|now|then|after, then what, what will happen, so what next, what is next,
        what should|do i do next|now|again, what do i need to do, what is remaining, what else, is that|it all,
        is it|this finished|done|complete|completed|over|remaining, am i done|through, what is remaining|left to,
        what else ~ need|do|remain, next thing|step, finished already, now what, anything else, hear from you, hear back,
        i have? already? typed|sent|entered|send it|code already?, i have? already? typed|sent|entered the code
        already?, i have? already? did|done it|this already|before?, i have? already? sent it to you, sent it
        already, typed it already,
        i have? already? sent the? code to you,
        sent the? code already
answer-words-next =
    .words =
        then, and then, next, so, next step, what next, so what next, what now, then what, so what happens, what else,
        done, is that all, finished, is it done, i am done, i have done it, i have finished, what is left,
        have you received|seen|gotten it?, did you get|see|receive it, have i finished, where did we stop
answer-words-what-seen =
    .words =
        what did|have you|they|it see|seen|share|shared|check|checked|read|get|got|gotten|receive|received|collect|collected|take|taken with|about|from? them|me|my|line?
answer-words-who-sees =
    .words =
        who|whom has|have seen|checked|read my? balance|details|data|line|airtime
heard-how-long =
    .words =
        how long, how many minutes|hours|days|months, how much time, take|taking|last long|time|forever, long time,
        when will it|this finish|end|expire|be, when does it|this finish|end|expire, for how long, it take long,
        waste my time, is it fast|quick, how fast|soon|quick, should i wait, time ~ take,
        how long ~ can|will|you|they|una|dem ~ see|read|keep|have|use|check,
        after the|my loan will|do|can you still,
        when does|will it|this stop
answer-words-how-long =
    .words =
        how many minutes, how long, duration, how much time,
        until when, till when
heard-loan =
    .words =
        loan|money ~ amount|approved|approve|disbursed|disburse|ready|limit|paid|status|come|rejected|credited,
        how much|many money can|will|could|would i|you|we|they ~ get|give|receive|borrow|lend|collect|have|offer, my|a|the|k|need|want|give|get|collect loan, how much loan|can|will|do you|i ~ borrow|lend|loan|get|give,
        when ~ loan|money|paid|disbursed|disburse, interest rate|on|for, the|what|much interest,
        borrow ~ money|naira|k|from, want|need|like|wish to borrow, when will i get ~ money|paid|loan|cash,
        loan application, loan, credit|approve|approved|disburse|qualify|qualified|eligible me|for|my,
        have you approved, receive ~ money|loan|cash, money ~ coming|come|ready, when is the money,
        i? am i qualified|eligible, reject|rejected ~ loan|application, the loan, repay, repayment,
        how many|much percent, percent interest, interest, application ~ approved|approve|ready, my application,
        how much ~ pay me, when ~ send ~ money, send me? my|the? money,
        give|borrow|lend me ~ money|cash, have i been approved, when ~ see|get|receive ~ alert,
        have you ~ sent|paid ~ money, pay back, increase|raise my? limit, pay my|the debt|loan
heard-code-asked =
    .words =
        call|called|caller|calling|calls ~ code|codes,
        asked|ask|asking|asks|wants|want|requesting|requested|request|demanding|demand|needs|collect|collected ~ for|me|us|my|the|send|give code,
        agent|man|lady|woman|person|somebody|they|he|she|caller|guy|boy|girl|staff ~ wants|want|asking|ask|asked|needs|need|requesting|said|say|says|requested ~ code,
        send|give|given|tell|gave|sent|share|told|giving|read|forward|forwarded|show ~ him|agent|man|them|her|somebody|lady|anybody|woman|person|someone|caller|staff ~ code,
        give|tell|send|share ~ code to|with|for, can|should|do|must i ~ share|give|tell|send ~ code,
        who ~ send|give|tell ~ code, send him|them|her ~ code,
        gave|sent|told|shared ~ code ~ to|agent|him|them|her|man|somebody, asked for my|the code,
        send|give|share|tell|gave|told ~ him|them|agent ~ my|the code, call|called|calling ~ read|send|give ~ code,
        read ~ code to, forward ~ code, asking|asked|ask ~ six|digit|digits|code, told him|her|them|the|agent ~ code,
        have told ~ code, wants|want|needs|need my code, person|agent|man|woman|guy|caller|somebody ~ digit|digits,
        agent|woman|man|lady|person|somebody|guy|he|she|they ~ forward|send|give|read ~ code|sms|message,
        agent ~ have|take|see|know my|the code, allowed ~ code, told to send|give|read ~ code, wants to know ~ code,
        know my code, forward ~ code|sms|message ~ to, say|says|said|tell|told ~ type|enter|put ~ code,
        why ~ not give|tell|share|send ~ agent|anybody|person|somebody|code, not give|tell|share|send ~
        agent|anybody why,
        should|must not give|tell|share|send ~ agent|anybody|person,
        say|said|says|told ~ send|give|share|forward it to ~ agent|him|her|them|man|woman|person|somebody,
        send|give|forward ~ to ~ agent, it says|say not share|give|tell|send, message|sms|it says|say never
        share|give|tell|send, have|has|had ~ given it to him|her|them, he|she|they|agent has|have|had|got my|the code,
        code i|that did not ask|request for?, did not ask|request ~ code, code ~ that|which? i ~ not ask|asked|request|requested, who is|are sending me code|codes,
        somebody|person|people|they ~ sending me code|codes, is trying to ~ link my line|number, somebody ~ trying ~
        link, told not to share|give|tell,
        sent|gave|forwarded it to my|the? agent|him|her|them|man|woman, gave it to,
        mtn|airtel|network|sms|message|bank|it say|says|said ~ not|never ~ share|give|tell|send,
        i have? sent|gave|given|forwarded|read the|my? code|sms to, ask|asked|asking|asks me to
        read|send|tell|give|forward it|code|the|them?, read it to him|her|them|somebody,
        code is what ~ man|agent|he|she|they|lady|woman|somebody|person wants|want|needs|asked,
        people|person|somebody|man|lady|woman|agent|he|she|they ~ asking|ask|asks|asked me for it|them,
        he|she|they|agent|man|lady ~ put|type|enter it|the code for me, posted ~ code, rang|phoned ~ code,
        rang|called|phoned me ~ about ~ code, put|type|enter it for me,
        want|wants|ask|asked|asking ~ read ~ numbers|number|figures|digits|sms|message,
        they|message|sms ~ said|say|says ~ not share|give|send|tell,
        he|she|they|agent|man|woman|lady|person|somebody|guy ~ wants|want ~ see|check|hold|take|collect my phone|sms|screen|message|messages
heard-languages =
    .words =

        speak|use|talk|understand|hear|in|want|write|know|chat|change|switch ~ hausa|yoruba|igbo|ibo|fulani|efik|tiv|ibibio|edo|kanuri|ijaw|nupe|french|arabic,
        hausa|yoruba|igbo language
answer-words-languages =
    .words =
        hausa, yoruba, igbo, ibo, fulani, efik, tiv, french, arabic, sannu, sanu, ina kwana, ina wuni, ina yini,
        barka ~?, barka da zuwa, barka da safiya, barka da yamma, barka da rana, yaya dai|aiki|gida?, lafiya,
        lafiya lau, salamu alaikum, na gode, assalamu alaikum, salam, bawo ni, bawo, e kaaro, ekaaro, e karo, ekaro,
        e kaasan, ekaasan, e kasan, e ku ~?, e kaale, e nle, e pele, se daadaa ni, bawo ni se daadaa ni, ese, e se,
        kedu, kedu ka i mere, ndewo, nno, i boola chi, ibola chi, daalu, imela, kedu ihe, biko
heard-loan-ending =
    .words =
        cancel|stop|end|close|terminate|withdraw|delete|remove ~ loan|application, withdraw|cancel ~ loan request,
        i? want|need|like|wish to cancel|stop|end|close|withdraw ~ loan|application, cancel|withdraw my|the request, not want|need ~ loan again|anymore, no longer want|need|interested ~ loan,
        i do not want|need ~ loan again|anymore,
        have|i finished|completed|done paying|repaying ~ loan|money, finished|completed my loan
answer-words-yes =
    .words = yes, y, yes yes, yes it is, yes i am, yes i do, yes of course, of course
answer-words-no =
    .words = no, n, no no,
        no more
answer-words-ok =
    .words =
        that is my name, this is my name, it is my name, yes that|this is my name, the name is correct|right, my name is correct|right,
        ok, ok fine, ok ok, alright, all right, alrite, fine, go ahead, proceed, cool, no problem, sure, noted,
        ok noted, ok good, good, great, nice, perfect, ok proceed, ok go ahead, i have seen it, seen, got it,
        ok i have seen it, ok thanks, understood, i understand, ok sure, it is fine, it is ok, that is fine, no wahala,
        deal, correct, right, exactly, that is correct, that is right, true, alright do, do so, carry on, ok do,
        continue then, ok i hear, ok then, ok o, all right then, fine then, i do not need|want another|new code|one,
        no issue|issues|p|stress|shaking, no issue|issues|problem|stress proceed|continue|carry,
        it is ok by|with me, ok i have read it|this|everything?, i have read it|this|everything, i agreed already?,
        i have agreed already
heard-wait =
    .words =
        wait before|until|till you?, wait small|first, wait for me, hold on, hold it, do not send|resend|request ~
        code|sms|otp|it|anything|one|again|yet|now, do not send|resend|request, do not do it|that|this again,
        send ~ when|until|after i
        say|tell|am|ask, not send ~ until|till|unless i, let me get|find|bring|charge ~ phone|sim, i am reading ~
        it|this?,
        let me think ~ it|about?, i will|need|want|have to? think about it|this, let me wait,
        let me check,
        let me ask my|the agent|boss|@kin|people, let me ask first|somebody,
        but wait|hold
heard-mydata =
    .words =
        show|see|give|send|get|want ~ data|details|information|everything|all ~ have|keep|hold|kept ~ on|about|of
        me, everything you have on|about|of me, what ~ have|keep|kept|know|store|hold|stored ~ about|on me,
        what was|were|is|has|have been? deleted|erased|wiped, what did|have you|they delete|deleted|erase|erased|wipe,
        did|have|has you|they|it|kudi|company|business already|really? delete|deleted|erase|erased|wipe|wiped|clear|cleared|forget|forgot|forgotten me|it|everything|all,
        did|have|has you|they|it|kudi|company|business already|really? delete|deleted|erase|erased|wipe|wiped|clear|cleared|forget|forgot|forgotten my data|details|information|info|record|records|name,
        have|has you|they|it|kudi ~ removed my? data|details|information|info|everything,
        is|are ~ everything|data|details|information|info|record|records|all deleted|erased|wiped|cleared|gone|removed|forgotten,
        is it gone|deleted|erased|wiped, has|have my? everything|data|details|information|info|it been? deleted|erased|wiped|cleared|gone,
        am i deleted|forgotten|erased|gone,
        you|they|it|kudi|company|business|lender|bank still ~ have|keep|keeping|hold|holding|get|got|store|storing my data|details|information|info|number|name|record|records|things|everything,
        you|they|it|kudi|company|business still ~ have|keep|remember|know|get me|it|everything
answer-words-mydata =
    .words =
        all gone, is all gone, did|have you do|done it, still have|keep|hold my? data|details|number|information|name|record?
heard-later =
    .words =
        not now, not right now, maybe later, some other time, another time, do it|this later|tomorrow,
        continue later|tomorrow, come back later|tomorrow, i am busy,
        i will send|type|give|do ~ later|tomorrow|tonight
answer-words-later =
    .words =
        later, maybe later, tomorrow, not now, another day, next week, next time, in the evening|morning|afternoon,
        this evening, tonight, i will continue|come|do|finish|start it|this? later|tomorrow|tonight?,
        i will do it|this later|tomorrow, i will be back, when i get home, not yet, i am busy, busy now, busy,
        later today, i will do it when i get|reach home, give me till|until tomorrow|evening|later, next week|month,
        when i am free|back, after work, on monday|sunday|saturday, remind me later|tomorrow,
        i will come back later|tomorrow|soon?, in one|1|two|2|an|some|30 hour|hours|minutes|time,
        let me do it later|tomorrow, let me finish first|work, when i finish work,
        not today,
        i will get back to you, i will do it|this when i close|finish|get|reach home|work|there?,
        i will check|look|send|type it? when i close|finish|get|reach home|work|there?, no time, no time now,
        i have no time
answer-words-wait =
    .words =
        ok? i will|shall be? wait|waiting, wait, hold on, one|a|1|2|5|few|two|some|five minute|minutes|moment|second|sec|min|mins,
        i will|want send|type it now?, i want to send|type it, let me send|type it, i am sending|typing it?,
        give me a|one|some|few minute|minutes|moment|time|second, i am waiting, am waiting, let me check|see|look,
        checking, i am checking, i am coming, am coming, be patient, just a minute|moment, wait first, hold,
        still waiting, waiting,
        let me ask|tell my @kin first?, i will|want|must|need to? ask|tell my @kin first?, i need|want|have to
        talk|speak to|with my @kin first?, let me talk|speak to|with my @kin first?, i? am driving now?, i? am in a? church|mosque|meeting|traffic, give me
        5|five|10|ten|15|20|30 minutes|mins|min, let me get|find|bring my phone|sim, hold on let me
        get|find my phone|sim, coming, hold on please,
        wait please, wait small,
        brb, be right back, i will be right back,
        i? am at work|school|market now?, i? am on the road|bus now?,
        i? am in a|the? class|school|bank|market|hospital|bus|keke|car now?, let me read ~ first, let me read it|this
answer-words-thanks =
    .words =
        thank you|u very|so? much?, thanks so? much|very?, thankyou, thanks a lot, many thanks, god bless you|u?,
        god bless you my child|son|daughter|brother|sister|dear|friend|people|pikin,
        thanks|thank you? my? brother|sister|dear|friend|son|daughter|child|boss|people, god will bless you, bless you, ok thank you, ok thanks, well done, good job, i appreciate it?, appreciated,
        much appreciated, nice one, thank god, weldone, you are good|great, i am grateful, bye, bye bye, goodbye,
        thank you bye, ok bye, you have tried, alright thanks|thank you, alright thank you|u?, great thanks|thank you?,
        good thanks, thank you thank you, thanks bye, amen, more blessings, remain blessed,
        thank you for your help|time|kindness|service|this, thanks for this|that|your|everything help|time?,
        i am happy thank you, i am happy, thank you i am happy|grateful,
        ok god bless you?
answer-words-greeting =
    .words =
        hello, hi, hey, good morning|afternoon|evening|day|night, morning, afternoon, evening, helo, hallo, hi there,
        hello there, how are you doing|today?, greetings, compliments, happy sunday, hy, how is it going,
        good morning how are you, hope you are fine|good|well, how is work|business|market|family|everything?,
        are you there, anybody there, are you online, hello are you there, good morning how are you today?,
        hope all is well, hope you are good|well|fine, happy new month|year|week|weekend?, sup, good day to you?,
        good evening|morning|afternoon|day to you|everybody, how are you my friend,
        yes hello|hi|hey, yes? i am here, yes good morning|afternoon|evening, yes speaking|talking,
        yes who is this,
        is anybody there
heard-opt-out =
    .words =
        stop|quit ~ messaging|texting|sending|disturbing|writing|contacting|bothering|calling ~ me?,
        not ~ message|text|contact|disturb|write|bother|send ~ me again|anymore?, leave me alone, unsubscribe,
        remove me from ~ list, take me off,
        remove|take|delete ~ number|name|me|contact from|off ~ list, not call|ring|phone me again|anymore?
answer-words-opt-out =
    .words =
        stop it|this|that|now?, unsubscribe, unsubscribe me, leave me alone, stop messaging me, stop messages, stop all,
        stop sending me messages|message, opt out, stop disturbing me, do not message|contact|text|disturb me again?
# Words by which this language is known at once, and that stand in no other. Those of the default language are not read.
heard-tongue =
    .words = good morning
heard-questions =
    .words = how, what, why, when, which, who, where

## What people say, word for word: what stands before and behind them, the code knows
# Phrases as above, but without `~` and `@`; an apostrophe may be left out.
# What a line is called, behind its network or its owner, or before: "tunde's line", "number of tunde"; and what stands
# for it.
heard-line-names =
    .words = number, line, sim
heard-line-pronouns =
    .words = one
# That a line's sharing is to end; that of all but one; that one is not meant; that it is that one and no more; that another
# is.
heard-ending-a-line =
    .words = unlink, remove, disconnect, delete, stop sharing
heard-excepting =
    .words = except, but, apart from, aside from?, besides
heard-not-ending =
    .words = not, don't, never
heard-that-one-alone =
    .words = only, alone, just
heard-another-line =
    .words = other number|line|sim|one, the other
# Behind whose word a number is somebody's, "my tailor own", and what denies that; behind which it is nobody else's.
heard-my-or-their =
    .words = my, his, her, our
heard-denying-whose =
    .words = not, not my
heard-my =
    .words = my
heard-own =
    .words = own
heard-nobodys-own =
    .words = my, very
# Who is none by whose name a line goes: "what's number", "number of mine", "call that on"; and the words around a name.
heard-nobodys =
    .words = it, that, what, here, there, who, where, how, this, line, sim, phone, number
heard-of-nobody =
    .words = mine, the, this, that, our, your, phone, sim, line
heard-not-called =
    .words = the, this, that, you
heard-of-somebody =
    .words = of
heard-calling =
    .words = call, reach, phone, flash
heard-called-on =
    .words = on, with, at
# What only says that it is so, behind which somebody may be spoken to: "ok my oga".
heard-assents =
    .words = yes, ok
# That the network sent the code, and no more: "ok they have sent it". Before it, who, what that does, and what is sent.
heard-before-it-is-sent =
    .words = ok, okay
heard-senders =
    .words = they, them, the? network
heard-people =
    .words = people
heard-has-just =
    .words = have, has, just
heard-sent =
    .words = sent, send
heard-what-is-sent =
    .words = me, it, the, my, code, this, sms
# That the number is where it was; that it is registered to who writes.
heard-never-moved =
    .words =
        i? did|have|do|has? not|never ever|yet? move|moved|port|ported|change|changed, i?
        don't|didn't|haven't|hasn't|doesn't|won't|can't|couldn't|wouldn't|wasn't|isn't|ain't ever|yet?
        move|moved|port|ported|change|changed
heard-in-my-name =
    .words = in my own? name, and? it? is? registered in my own? name, and? it's registered in my own? name
# By which somebody begins anew; by which it is asked who an agent is.
heard-starting =
    .words = start, restart
# What the two words of a link are called, or by whom they are told; which two tell a time; what may stand between them.
heard-of-match-words =
    .words = words, word, agent, screen
heard-days-and-times =
    .words = monday, tuesday, friday, saturday, sunday, morning, evening
heard-joining =
    .words = and, with
heard-asking-who =
    .words = who, know
# What denies a network that is named, beside heard-negations, as it is left without its apostrophe; what may stand
# between that and the name, and elsewhere beside it.
heard-denials =
    .words = dont, isnt, doesnt, cant, wasnt, aint, didnt, wont, wouldnt, arent, except, unless, anything, nope
heard-up-to-a-name =
    .words = be, on, my, the, a, is, it, in, with, for
heard-beside-a-name =
    .words = this, that, line, number, sim, network, one, now, i, said
# A "no" to what was asked, and what begins to tell behind it.
heard-saying-no =
    .words = no, noo, nooo, noooo, nope
heard-telling =
    .words = it, its, it's, is, my, i, the, this, now
# Where a line was, and where it went, with the network's name between; that it is there no more; who works there.
heard-from =
    .words = from
heard-moved-to =
    .words = to
heard-left =
    .words = left, port|ported am|it? from|out
heard-employed =
    .words = work|works|working|worked|staff|employee|manager at|for|with|in|of
# What stands around a network's name: "the mtn one", "on my airtel".
heard-before-a-network =
    .words = my, on, for, of, the
heard-but =
    .words = but
heard-moving =
    .words = port, ported, move, moved, switch, switched, change, changed
heard-what-is-moved =
    .words = it, this, the, line, number
# In what an amount or a time is counted: no code stands before these.
heard-amounts =
    .words = naira, kobo, min, mins, minute, minutes, gb, mb
# What says of the number behind it that it is the code, and of the one before; what parts two of which either may be
# it.
heard-naming-a-code =
    .words = is, code, otp, pin, password, token, use, enter
heard-being =
    .words = is
heard-whose-code =
    .words = your, ur, the, my, one
heard-either =
    .words = or, and, with
# Between a number that was a slip and the one that was meant.
heard-corrections =
    .words = wait, sorry, oops, ops, mean, meant, rather, actually, mistake, correction
# A number or a line that was theirs before; what a sender's secret is called first; an identity card, which is read as
# "I would" elsewhere.
heard-old-line =
    .words = old number|line|sim|phone|one
heard-my-pin =
    .words = my pin|password|passcode
heard-id-card =
    .words = id
# How a question how begins; who is asked whether it is done: "una don send am".
heard-before-how =
    .words = please, pls, and, but, ok, so
heard-how =
    .words = how
heard-you =
    .words = you
# What no code is, and is typed in its place.
heard-bare-pin =
    .words = pin
# What agents write before a number, and what is no part of their note.
heard-agent-number-follows =
    .words = no, nr, num, number, n, phone, telephone, tel, mobile, cell, line, call
heard-agent-number-named =
    .words = tel, telephone, phone, mobile, cell, call, msisdn
# A page of the board; and of how many days the figures are wanted, and of whom.
heard-agent-page =
    .words = page
heard-agent-days-before =
    .words = for, the, last, past, for the, for last|past, for? the last|past
heard-agent-days =
    .words = day, days
heard-agent-of-whom =
    .words = of, for
# All links that are handed over, whose they are, and to whom: "over all of my links from Ada to Bisi".
heard-agent-all =
    .words = all
heard-agent-everything =
    .words = everything
heard-agent-from =
    .words = from, of
heard-agent-to =
    .words = to
heard-agent-over =
    .words = over
heard-agent-of-all =
    .words = of
heard-agent-of-these =
    .words = my, mine, our, the, them, these, own, open, link, links, customer, customers
heard-agent-of-whose =
    .words = my, the, them, mine, our
heard-agent-title =
    .words = a|an|the? agent
# What stands before a name that somebody tells, and words that stand in no person's name.
heard-agent-name-told =
    .words = is, as, my name is, name is, i am, me is, call me, to, it is
heard-agent-in-no-name =
    .words =
        name, names, number, amount, date, time, phone, network, status, reference, ref, note, balance, total, address,
        email, account, bank, client, code, link, links, is, are, was, of, the, this, that,
        not, no, never, correct, wrong, change, changed, missing, please, and, or, for, to, with, from, on, in, at, it, my,
        your, his, her, their, how, what, which, who, why, when, where, does, has, have, should
# Words for a code, which make figures beside them one; what else is counted, and is none.
heard-code-words =
    .words = code, codes, koodu, otp, passcode, password, pin, token
heard-counted =
    .words = naira, kobo, ngn, bucks, k, gb, mb, kb, sms, min, mins, minute, minutes, hour, hours, day, days
# What is done with a code by whoever does not call it one.
heard-handing-over =
    .words =
        sent, send, sends, sending, forwarded, texted, gave, give, gives, given, told, got, received, shared, says, said,
        shows, showed, showing, reads, use, used, using, put, type, typed, enter, entered, input, insert, try, brought
# Between two parts of one number: "482 and 913", "482 dash 913".
heard-between-figures =
    .words = and, then, and then, dash, space, next, followed by
# Of what a business has numbers, behind which its own number stands and no code; and people, whose number has more
# digits.
heard-filed =
    .words = application, app, ref, reference, id, loan, invoice, file, policy
heard-filed-people =
    .words = customer, client, account, acct, member, staff
heard-number-of-file =
    .words = no, nr, number, id
heard-code-beginnings =
    .words = otp, pin, code, token, pass
# Behind the figure of a day: "5th of october".
heard-ordinal-endings =
    .words = st, nd, rd, th
# Who says a code: the SMS that is read out, or one of whom nobody can tell whether it is that or a person.
heard-has-said =
    .words = have, has, had, just, now, are, is, were, was
heard-reads-out =
    .words = say, says, said, saying, read, reads, show, shows, shown, showing
heard-tells-it =
    .words = say, says, said, saying, talked, tell, tells, told, telling, give, gave, given, giving
heard-to-me =
    .words = me, us, that
heard-that-i =
    .words = i should
heard-that-i-type =
    .words = i should|must|can|go type|enter|put|use|write, i need to type|enter|put|use|write, to type|enter|put|use|write
heard-sms-names =
    .words = the|my|this|that? new? message|messages|sms|text|phone|inbox|screen|mtn|airtel|network, it
heard-whoever =
    .words = they, them, mtn|airtel|network people|office
heard-was-told =
    .words = i was|am told|given, i have been told|given
heard-somebody-says =
    .words = e say
heard-begins-saying =
    .words = say
heard-it-is =
    .words = na
heard-asks =
    .words = ask, asks, asked
heard-before-the-code =
    .words = it, is, be, the, my, your, code, otp, this, number
# What hands a number over beside an agreement, and says nothing of that.
heard-around-number =
    .words = my, the, this, that, here, it, it's, is, be, and, on, with, use, link, phone, line, number, sim, own
