# What the bot says in English. Every entry stands in every language; a test holds that.
# In all entries: $business who asks, $purpose why, $support who the person to talk to is, $privacy a page.
# Short, warm, exact: what happened, what to do, how long. Read it as somebody on a small screen who fears fraud.

## Greeting and consent

consent =
    Hello! { $business } asked me to help you share details of your MTN or Airtel line for { $purpose }. It takes about two minutes.

    If you agree, { $business } can see, for your line: your name, gender and date of birth · your airtime and data balances · your airtime and data transactions. Only for { $purpose }, for up to { $months } months. You can stop it at any time with /unlink.
consent-agent = { $agent } from { $business } sent you this link. Their screen shows the same two words: { $first } { $second }.
consent-again = Do you agree that { $business } may see these details of your line?
declined = All right. Nothing was shared and nothing is kept. If you change your mind, write to me here.
stale-link = That link cannot be used any more. You can go on here, or ask your agent for a new one.
still-here = We are in the middle of it. Nothing is lost.

## The line

ask-number = What is the phone number of the line? Type it like 0803 123 4567{ $share ->
    [yes] , or tap "Share my number" below
   *[no] {""}
}.
ask-number-own = Which line do you want to share? Tap to use { $number }, or type another number.
number-not-a-number = I could not find a phone number in that. A right one looks like 0803 123 4567.
number-too-short = That number is too short. A Nigerian mobile number has 11 digits, like 0803 123 4567.
number-too-long = That number is too long. A Nigerian mobile number has 11 digits, like 0803 123 4567.
number-foreign = That is not a Nigerian number. I can only link a Nigerian MTN or Airtel line, like 0803 123 4567.
number-not-mobile = That is not a mobile number. I need the number of an MTN or Airtel SIM, like 0803 123 4567.
number-first = First the number, please; the network comes next.
contact-not-own = For your safety I only take your own contact card. If the line is yours, type its number instead.
contact-out-of-place = I do not need a contact card now.
link-for-other-number = This link is for { $number } only. For another line, ask your agent for another link.
ask-network = { $number }: which network is this line on now?{ $likely_given ->
    [no] {""}
   *[yes] {" "}It looks like { $likely }, but if you moved your number to another network, choose that one.
}
network-again = Which network is { $number } on now?{ $proven ->
    [yes] {""}
   *[no] {" "}Choose only if the line is your own.
}
own-line = Choose only if this line is your own.
network-not-served = { $network } is not supported yet. For now I can link MTN and Airtel lines only.
network-unclear = I did not understand the network. Tap or type MTN or Airtel.
not-on-network = { $network } does not know { $number }. The line may be on the other network now, or the number has a wrong digit.

## Sending the code

still-sending = I am asking { $network } to send your code. This takes up to 15 seconds.
ask-otp =
    { $network } has sent a { $shortest ->
        [0] code
       *[other] { $same ->
            [yes] { $shortest }-digit code
           *[no] code of { $shortest } to { $longest } digits
        }
    } by SMS to { $number }. Type it here. It lets { $business } read this line and nothing else: it cannot move money. Do not give it to anybody, our agent included.
otp-hint = The network says: "{ $hint }"
ask-new-code = The last code for { $network } cannot be used any more. Tap "Send a new code" for another.
new-code-wait = You can ask for a new code in { $wait }. If no SMS comes, check that the number is right and that the phone has network.
codes-used-up = You have had all the codes of this session. You can ask for another { $until }, in { $wait }.
sending-unavailable = I could not reach { $network } just now, so no code was sent. Please try again in a minute.
sending-busy = { $network } is very busy and did not send a code. Please try again in { $wait }.
sending-not-possible = { $network } answered in a way that I cannot work with, so this line cannot be linked right now. If an SMS comes, its code cannot be used. Please try again later, or type "person" for help.
sending-unknown = { $network } did not answer in time, so I do not know whether a code is on its way. If an SMS comes, its code cannot be used. In { $wait } you can choose your network again to ask for a new one.
our-fault = Something on our side is not right, and you cannot fix it. Your details are safe. Please try again later, or talk to { $support }.
limit-otp-requests-per-number-day = This number has had all its codes for today. You can ask for another { $until }, in { $wait }.
limit-otp-requests-per-contact-day = You have had all your codes for today. You can ask for another { $until }, in { $wait }.
limit-otp-requests-per-hour = Very many people are linking right now, so no code was sent. Please try again { $until }, in { $wait }.
limit-otp-requests-per-prefix-hour = Very many codes went to numbers like this one, so none was sent. Please try again { $until }, in { $wait }.

## Checking the code

still-checking = I am checking your code. This takes up to 15 seconds.
code-wrong-length = That cannot be the code: it has { $same ->
    [yes] { $shortest } digits
   *[no] { $shortest } to { $longest } digits
}. No try was used.
not-a-code = That is not a code. No try was used. Look for the newest SMS from { $network }.
change-by-button = I am waiting for the code now. To use another number or network, tap "Change number".
code-too-early = That looks like a code. I will ask for one later; this one I did not use. Never give a code to anybody who asks for it.{ delete-your-code }
code-out-of-place = That looks like a code, and I am not waiting for one, so I did not use it. Never give a code to anybody who asks for it.{ delete-your-code }
delete-your-code = { $deletes ->
    [yes] {""}
   *[no] {" "}Please delete your message with the code now: I cannot.
}
wrong-code = That code is not right. You have { $tries ->
    [one] 1 try
   *[other] { $tries } tries
} left. Check the newest SMS from { $network }.
wrong-code-last = That code is not right either, and it was the last try for it.
code-expired = That code is too old: a code works for ten minutes.
check-unavailable = I could not reach the network, so your code was not checked and no try was used. Please type it again in a minute.
check-unknown = The network did not answer, so I do not know whether the code was right.{ $tries ->
    [0] {""}
   *[other] {" "}You can type it once more, or ask for a new one.
}
limit-otp-checks-per-number-day = Too many codes were tried for this number today. You can try again { $until }, in { $wait }.
link-again = Your code was right, but the last step failed and the code is used up. I am sorry. Choose your network for a new one.

## Linked

linked = Your { $network } line { $number } is linked.{ delete-your-code }
summary = { $details }
as-of = As of today, { $at_time }.
summary-no-identity = { $network } gave no name for this line.
summary-no-balances = { $network } gave no balances for this line.
summary-nothing = The network gave no details for this line yet. Type "balance" later to see them.
summary-processing = Your { $network } line { $number } is linked. { $network } is still preparing your details. I will send them here by myself, usually within a few minutes. You need not wait.{ delete-your-code }
summary-later = Your { $network } line { $number } is linked. The details are taking longer than usual; I will send them here when they come.{ delete-your-code }
summary-given-up = { $network } has not given the details of { $number } in a day. The line stays linked; type "balance" to try again.
still-reading = I am reading your line. This takes up to 15 seconds.
receipt = Receipt { $reference }: on { $at_date } at { $at_time } you let { $business } read your name, gender and date of birth, your balances and your transactions, for { $purpose }, for up to { $months } months.
receipt-next = What you can do now: balance, transactions, unlink, delete. Just type the word.
already-linked = Your line is linked already. To stop it, type "unlink".
born = born { $date }
born-masked = born { $decade }•
female = female
male = male

## Afterwards

menu = { $lines ->
    [one] Your line is linked.
   *[other] You have { $lines } linked lines.
} What would you like to see? You can also type: usage, accounts, receipt, privacy, delete, link another line.
balances = { $network } { $number }
    { $details }
transactions = { $details }
transactions-none = There are no transactions on this line yet.
transaction = { $date } · { $sign }{ $amount } · { $narration }
ask-more = There are more.
usage = { $count ->
    [0] No airtime moved in the last 30 days.
   *[other] In the last 30 days: { $received } came in, { $spent } was spent, in { $count } transactions.
}
account-line = { $network } { $number }, linked on { $at_date }
ask-which-line = Which line?
reading-failed = The network did not answer. Your line is still linked. Please try again in a minute.
nothing-linked = No line is linked here yet.
finish-first = Let us finish this first, or type "cancel".
line-lost = Your line { $number } is not linked any more: the network ended it. { $business } can no longer read it.
ask-unlink = Stop sharing this line with { $business }? They can then no longer read it, and I delete what I keep of it.
ask-delete = Delete everything? { $lines ->
    [0] I forget your number and this conversation.
   *[other] { $business } can then no longer read your { $lines ->
        [one] line
       *[other] lines
    }, and I delete what I keep.
} A note that you agreed, and when you stopped, must be kept as proof.
unlinked = Done. { $number } is unlinked and { $business } can no longer read it. Deleted: the account, your number and network. Kept: the note that you agreed and have now stopped, as the law asks for proof.
deleted = Done. Deleted: your number, network and linked lines; { $business } can no longer read them. Kept: a note of when you agreed and when you stopped, as the law asks for proof.
kept = All right, nothing was changed.
privacy = { $business } uses your line's details only for { $purpose }. I keep your number and account sealed, never your code. Type "unlink" to stop, "delete" to remove everything.{ $privacy_given ->
    [no] {""}
   *[yes] {" "}More: { $privacy }
}

## At every step

person = To talk to a person at { $business }: { $support }. They will never ask you for a code.
proof =
    Yes, this is the assistant of { $business }{ $handle_given ->
        [no] {""}
       *[yes] {" "}({ $handle })
    }. To be sure, call { $business } on a number you already know, or { $support }.
    The SMS comes from MTN or Airtel, and only after you asked for it here. The code lets us read your line; it cannot move money. Nobody from { $business } will ever ask you to tell it to them. If you did not start this, type "cancel".
proof-agent = Your agent is { $agent }, reference { $reference }. Both of your screens show: { $first } { $second }.
help-idle = I help you share the details of an MTN or Airtel line with { $business }.
help-consent = Read what { $business } would like to see. Agree to go on, or decline and nothing happens.
help-number = Type the number of the MTN or Airtel line that you want to share.
help-network = Choose the network that the line is on today.
help-otp = Open the SMS from your network and type the code here. No SMS? Wait a minute, check that the phone has network, then ask for a new code.
help-other = I am working on it; give me a moment.
help-words = You can type at any time: back, cancel, language, person, help.
ask-language = Which language? Wetin be your language?
language-changed = English it is.
cancelled = Cancelled. Nothing was shared.
cancelled-code = Cancelled. Nothing was shared, and a code that still comes cannot be used.
opted-out = All right: I will not write to you any more. To hear from me again, type START. To stop sharing a linked line, type START and then UNLINK.
nothing-to-cancel = There is nothing to cancel.
no-way-back = This is the beginning; there is nothing before it.
ask-resume = Shall we go on where we stopped?
ask-resume-line = Shall we go on with { $number }?
ask-begin = Tap below whenever you want to start.
time-ran-out = The ten minutes are over, so I closed this for your safety. Nothing was shared.
time-ran-out-unknown = The ten minutes ended before the network answered. A code that still comes cannot be used.
warning = You have { $left } left to finish this. After that I close it for your safety; you can go on with one tap.
old-button = That button is from an earlier question. Here is where we are.
not-understood = I did not understand that.
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
command-transactions = what came and went on it
command-unlink = stop sharing it
command-language = English or Pidgin
command-person = talk to a person
command-cancel = stop what we are doing
command-help = what I can do

## Buttons, and the words that mean the same

button-agree = I agree
    .words = yes, y, agree, i agree, ok, okay, accept, yes i agree, sure, continue
button-decline = No, thanks
    .words = no, n, decline, no thanks, i do not agree, i don't agree, disagree, reject
button-proof = Is this real?
    .words = is this real, real, proof, is it real, is this a scam, scam, fraud, who are you
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
    .words = begin, start over, start again, new, hello, hi
button-link-another = Link another line
    .words = link another line, link another, another line, link a line, link line, link, new line, add a line
button-help = Help
    .words = help, menu, ?, how, what can you do
button-cancel = Cancel
    .words = cancel, quit, exit, end, stop, leave me
button-back = Back
    .words = back, go back, previous
button-language = Language
    .words = language, languages, lang, change language
button-person = Talk to a person
    .words = person, human, agent, talk to a person, talk to somebody, support, customer care, call me
button-en = English
    .words = english, eng
button-pcm = Pidgin
    .words = pidgin, naija, pcm, pidgin english
button-balance = Balance
    .words = balance, balances, my balance, check balance, airtime, data
button-transactions = Transactions
    .words = transactions, transaction, history, statement
button-more = More
    .words = more, next
button-usage = Usage
    .words = usage, spending
button-accounts = Linked lines
    .words = accounts, account, lines, my lines
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
button-line = { $network } { $number }
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
progress-done = The network answered.
menu-hint = Reply with a number or the word:
list-label = Choose

## Words that stop and start the messages themselves, where a channel's rules ask for them

word-stop = STOP
    .words = stop, stop all, stopall, unsubscribe, opt out, optout, stop messages, stop messaging me
word-start = START
    .words = start, unstop, subscribe, opt in, optin

## The link's page

page-title = A request from { $business }
page-heading = { $business } asks to see details of your MTN or Airtel line
page-purpose = It is for { $purpose }, and only if you agree. It takes about two minutes.
page-agent = { $agent } from { $business } sent you this link.
page-continue = Continue on { $channel }
page-until = The link works once and ends { $until }.
page-scan = Scan with your phone's camera to go on there.
page-qr = QR code of this page
page-steps = What happens next
page-step-agree = In the chat you read what { $business } would see. You agree or decline.
page-step-code = You give your number. MTN or Airtel sends you a code by SMS.
page-step-done = You type the code in that same chat. You can stop sharing at any time.
page-sms = What the SMS looks like
page-sms-from = MTN or Airtel
page-sms-text = Your code is 123456. Do not share it with anybody.
page-sms-note = It comes only after you asked for it in the chat; its words may differ. The code lets { $business } read this line: it cannot move money.
page-safe = Stay safe
page-safe-code = Type the code in the chat and nowhere else. Nobody needs to hear it, { $agent } included.
page-report = You did not expect this, or somebody asks you for the code? Stop, and call { $business } on a number you already know.
page-report-to = To report it: { $support }.
page-privacy = How your details are handled
page-quiet = This page sets no cookies and does not follow you.
page-languages = Language
page-gone = This link cannot be used
page-gone-next = It was used already, has ended, or is not complete. Ask the person who sent it for a new one.
page-busy = One moment, please
page-busy-next = Too many pages were opened from your network. Try again in { $wait }.
