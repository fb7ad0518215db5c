### Mails: templates/mail. The plain text and the HTML of a mail share their messages.
### Every line begins with an Arabic word, so that mail programs that guess the direction from it write it right-to-left.

## Every mail

mail-help = بحاجة إلى مساعدة؟
mail-copy-link = الزر لا يعمل؟ يمكنك نسخ هذا الرابط إلى المتصفح:
mail-action-line = { $label }:
# The sign before the colon keeps a Latin end of the label (IP) and a Latin value apart.
mail-fact-line = { $label }{"\u200F"}: { $value }
mail-fact-account = الحساب
mail-fact-old-email = العنوان القديم
mail-fact-new-email = العنوان الجديد
mail-fact-when = الوقت
mail-fact-device = الجهاز
mail-fact-address = عنوان IP
mail-link-life = يعمل الرابط مرة واحدة فقط، وتنتهي صلاحيته بعد { $life }.
mail-set-password = تعيين كلمة مرور جديدة
mail-last-attempt = المحاولة الأخيرة:

## Mail: confirm the address of a new account

mail-email-verification-subject = تأكيد عنوان بريدك الإلكتروني في { $site }
mail-email-verification-preheader = خطوة سريعة واحدة ويصبح كل شيء جاهزًا.
mail-email-verification-heading = تأكيد عنوان بريدك الإلكتروني
mail-email-verification-intro = أهلًا بك في { $site }! يُرجى تأكيد أن { $email } هو عنوان بريدك الإلكتروني.
mail-email-verification-intro-html = أهلًا بك في { $site }! يُرجى تأكيد أن <strong dir="auto">{ $email }</strong> هو عنوان بريدك الإلكتروني.
mail-email-verification-button = تأكيد العنوان
mail-email-verification-not-you = إذا لم يكن إنشاء الحساب بطلب منك، فيمكنك تجاهل هذه الرسالة: لن يتم تأكيد العنوان من دون فتح الرابط.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = إكمال إنشاء حسابك في { $site }
mail-sign-up-confirmation-preheader = بقيت خطوة واحدة: إنشاء حسابك.
mail-sign-up-confirmation-heading = إكمال إنشاء الحساب
mail-sign-up-confirmation-intro = شكرًا لتسجيلك في { $site } بالعنوان { $email }. بقيت خطوة واحدة: إنشاء حسابك.
mail-sign-up-confirmation-intro-html = شكرًا لتسجيلك في { $site } بالعنوان <strong dir="auto">{ $email }</strong>. بقيت خطوة واحدة: إنشاء حسابك.
mail-sign-up-confirmation-button = إنشاء حسابي
mail-sign-up-confirmation-next = بعد ذلك، يمكنك تسجيل الدخول بكلمة المرور التي اخترتها.
mail-sign-up-confirmation-not-you = إذا لم يكن إنشاء الحساب بطلب منك، فيُرجى تجاهل هذه الرسالة وعدم فتح الرابط: لن يُنشأ أي حساب من دونه.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = لديك حساب بالفعل في { $site }
mail-already-registered-preheader = يمكنك تسجيل الدخول، أو تعيين كلمة مرور جديدة إذا نسيت كلمة مرورك.
mail-already-registered-heading = لديك حساب بالفعل
mail-already-registered-intro = جرت محاولة لاستخدام عنوان البريد الإلكتروني هذا لحساب في { $site }، وهي على الأرجح محاولة منك. لديك حساب بهذا العنوان بالفعل.
mail-already-registered-forgotten = هل نسيت كلمة المرور؟ يمكنك تعيين كلمة مرور جديدة.
mail-already-registered-not-you = إذا لم تكن المحاولة منك، فلا يلزمك فعل شيء. لم يتغيّر أي شيء، ولم نخبر من حاول ذلك بأن لديك حسابًا.

## Mail: set a new password

mail-password-reset-subject = تعيين كلمة مرور جديدة في { $site }
mail-password-reset-preheader = يُرجى فتح الرابط لاختيار كلمة مرور جديدة.
mail-password-reset-heading = تعيين كلمة مرور جديدة
mail-password-reset-intro = تلقّينا طلبًا لتعيين كلمة مرور جديدة لحسابك في { $site }.
mail-password-reset-not-you = إذا لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة: لن تتغيّر كلمة مرورك.

## Mail to a new address: confirm it

mail-email-change-subject = تأكيد عنوان بريدك الإلكتروني الجديد في { $site }
mail-email-change-preheader = لن يتغيّر عنوانك إلا بعد تأكيده.
mail-email-change-heading = تأكيد عنوان بريدك الإلكتروني الجديد
mail-email-change-intro = طلبت استخدام { $email } لحسابك في { $site }. يُرجى تأكيد أن هذا العنوان لك.
mail-email-change-intro-html = طلبت استخدام <strong dir="auto">{ $email }</strong> لحسابك في { $site }. يُرجى تأكيد أن هذا العنوان لك.
mail-email-change-button = استخدام هذا العنوان
mail-email-change-until-then = إلى أن يتم التأكيد، يبقى عنوانك القديم مستخدمًا.
mail-email-change-not-you = إذا لم يكن هذا الطلب منك، فيمكنك تجاهل هذه الرسالة: لن يتغيّر شيء من دون فتح الرابط.

## Mail to the old address: the address was changed

mail-email-changed-subject = تم تغيير عنوان بريدك الإلكتروني في { $site }
mail-email-changed-preheader = إذا كان هذا التغيير منك، فلا يلزمك فعل شيء.
mail-email-changed-heading = تم تغيير عنوان بريدك الإلكتروني
mail-email-changed-intro = تم تغيير عنوان البريد الإلكتروني لحسابك في { $site }.
mail-email-changed-unconfirmed = أصبح الحساب الذي يحمل عنوان البريد الإلكتروني هذا في { $site } يستخدم عنوانًا آخر.
mail-email-changed-not-you = إذا كان هذا التغيير منك، فلا يلزمك فعل شيء. وإذا لم يكن منك، فيمكنك التراجع عنه.
mail-email-changed-undo = التراجع عن هذا التغيير
mail-email-changed-effect = سيعود عنوانك القديم، ويُسجَّل الخروج من جميع الأجهزة، ويُقفل الحساب إلى أن يتم تعيين كلمة مرور جديدة. سنرسل إليك رابطًا لذلك بالبريد الإلكتروني. يمكنك التراجع عن التغيير حتى { $time }.
mail-email-changed-too-late = إذا كان هذا التغيير منك، فلا يلزمك فعل شيء. وإذا لم يكن منك، فيُرجى طلب المساعدة من القائمين على { $site }: كان التراجع عن التغيير ممكنًا من خلال رابط حتى { $time }.
mail-email-changed-nothing-to-do = إذا كان هذا التغيير منك، فلا يلزمك فعل شيء.

## Mail: the password was changed

mail-password-changed-subject = تم تغيير كلمة مرورك في { $site }
mail-password-changed-preheader = إذا لم يكن هذا التغيير منك، فيُرجى تعيين كلمة مرور جديدة الآن.
mail-password-changed-heading = تم تغيير كلمة مرورك
mail-password-changed-intro = تم تغيير كلمة المرور لحسابك في { $site }، وتسجيل الخروج من جميع الأجهزة الأخرى.
mail-password-changed-not-you = إذا كان هذا التغيير منك، فلا يلزمك فعل شيء. وإذا لم يكن منك، فيُرجى تعيين كلمة مرور جديدة الآن.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = تسجيل دخول جديد إلى حسابك في { $site }
mail-new-device-preheader = هل كان ذلك منك؟
mail-new-device-heading = تسجيل دخول جديد
mail-new-device-intro = تم تسجيل الدخول إلى حسابك في { $site } من متصفح جديد أو شبكة جديدة بالنسبة إلينا.
mail-new-device-not-you = إذا كان تسجيل الدخول منك، فلا يلزمك فعل شيء. وإذا لم يكن منك، فهناك من يعرف كلمة مرورك: يُرجى تعيين كلمة مرور جديدة الآن، وسيتم تسجيل خروج ذلك الشخص.

## Mail: the owner has closed the account

mail-account-closed-subject = تم إغلاق حسابك في { $site }
mail-account-closed-preheader = غيّرت رأيك؟ لا يزال بإمكانك الاحتفاظ به.
mail-account-closed-heading = تم إغلاق حسابك
mail-account-closed-intro = تم إغلاق حسابك في { $site }، وسيُحذف بعد { $time }.
mail-account-closed-keep = إذا غيّرت رأيك، أو لم يكن هذا الإغلاق منك، فيكفي تسجيل الدخول قبل ذلك الموعد للاحتفاظ بحسابك.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = محاولات كثيرة بكلمة مرور خاطئة لحسابك في { $site }
mail-account-locked-preheader = قفلنا حسابك. إليك طريقة فتح قفله.
mail-account-locked-heading = محاولات كثيرة بكلمة مرور خاطئة
mail-account-locked-intro = جرت محاولات كثيرة بكلمة مرور خاطئة لحسابك في { $site }، لذلك قفلناه. إلى أن يُفتح القفل، لا يمكنك تسجيل الدخول إلا من الأجهزة التي سبق لك استخدامها.
mail-account-locked-strong = إذا كانت كلمة مرورك قوية، فيمكنك فتح قفل حسابك.
mail-account-locked-button = فتح قفل حسابي
mail-account-locked-reset = تعيين كلمة مرور جديدة يفتح قفل حسابك أيضًا.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = تم تسجيل خروجك من { $site } بعد محاولات كثيرة بكلمة مرور خاطئة
mail-session-ended-preheader = إذا لم تكن المحاولات منك، فيُرجى تعيين كلمة مرور جديدة الآن.
mail-session-ended-heading = تم تسجيل خروجك
mail-session-ended-intro = أُدخلت كلمة مرور خاطئة عشر مرات في متصفح كان مسجَّل الدخول إلى حسابك في { $site }، لذلك سجّلنا الخروج من ذلك المتصفح.
mail-session-ended-not-you = إذا كانت المحاولات منك، فيكفي تسجيل الدخول مرة أخرى. وإذا لم تكن منك، فقد استخدم شخص آخر متصفحًا سجّلت الدخول منه: يُرجى تعيين كلمة مرور جديدة الآن، وسيتم تسجيل الخروج من جميع الأجهزة.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = أصبحت لديك صلاحية المسؤول في { $site }
mail-admin-granted-preheader = يمكنك عرض جميع الحسابات وإدارتها.
mail-admin-granted-heading = أصبحت لديك صلاحية المسؤول
mail-admin-granted-intro = أصبحت لديك الآن صلاحية المسؤول في { $site }، ويمكنك عرض جميع الحسابات وإدارتها. انتهت جلساتك السابقة، لذا قد يلزمك تسجيل الدخول من جديد.
mail-admin-granted-unexpected = إذا لم يكن ذلك متوقعًا، فيُرجى الاستفسار لدى القائمين على { $site }. وإذا كان هناك من قد يعرف كلمة مرورك، فيُرجى تعيين كلمة مرور جديدة: من يدخل إلى حسابك قد يضر بحسابات الجميع.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = لم تعد لديك صلاحية المسؤول في { $site }
mail-admin-revoked-preheader = لا يزال بإمكانك استخدام حسابك.
mail-admin-revoked-heading = لم تعد لديك صلاحية المسؤول
mail-admin-revoked-intro = لم تعد لديك صلاحية المسؤول في { $site }. لا يزال بإمكانك استخدام حسابك، لكن من دون صفحات المسؤولين.
mail-admin-revoked-unexpected = إذا لم يكن ذلك متوقعًا، فيُرجى الاستفسار لدى القائمين على { $site }.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = تم تعطيل حسابك في { $site }
mail-account-disabled-preheader = لا يمكنك تسجيل الدخول إلى أن تتم إعادة تفعيله.
mail-account-disabled-heading = تم تعطيل حسابك
mail-account-disabled-intro = تم تعطيل حسابك في { $site } وتسجيل خروجك من جميع الأجهزة، ومن التطبيقات أيضًا. لا يمكنك تسجيل الدخول إلى أن تتم إعادة تفعيل الحساب. لم يُحذف أي شيء.
mail-account-disabled-unexpected = إذا لم يكن ذلك متوقعًا، فيُرجى الاستفسار لدى القائمين على { $site }. ربما لاحظوا أن شخصًا آخر كان يستخدم حسابك.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = تمت إعادة تفعيل حسابك في { $site }
mail-account-enabled-preheader = يمكنك تسجيل الدخول من جديد.
mail-account-enabled-heading = تمت إعادة تفعيل حسابك
mail-account-enabled-intro = تمت إعادة تفعيل حسابك في { $site }. لم تتغيّر كلمة مرورك، لكن يلزمك تسجيل الدخول من جديد.
mail-account-enabled-unexpected = إذا لم يكن ذلك متوقعًا، أو إذا كان حسابك قد عُطّل لأن شخصًا آخر كان يستخدمه، فيُرجى تعيين كلمة مرور جديدة أولًا.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = رسالة تجريبية من { $site }
mail-test-preheader = لا يلزمك فعل شيء.
mail-test-heading = الإرسال يعمل!
mail-test-intro = تصل رسائل { $site } إلى { $email }. لا يلزمك فعل شيء.
mail-test-intro-html = تصل رسائل { $site } إلى <strong dir="auto">{ $email }</strong>. لا يلزمك فعل شيء.
