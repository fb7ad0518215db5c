### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = خطأ:
base-skip = التخطي إلى المحتوى
base-description = إنشاء حساب في { $site } وتسجيل الدخول وإدارة الحساب.
base-help-html = بحاجة إلى مساعدة؟ <a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = شروط الاستخدام
base-privacy = الخصوصية
base-reference-html = الرقم المرجعي: <strong>{ $reference }</strong>
base-language = اللغة
base-language-submit = تغيير

## Forms

form-error-summary-title = هناك مشكلة
form-email-suggestion = هل تقصد { $email }؟
form-new-password-hint = { $minimum ->
    [zero] من الأفضل اختيار بضع كلمات لا رابط بينها.
    [one] حرف واحد على الأقل. ومن الأفضل اختيار بضع كلمات لا رابط بينها.
    [two] حرفان على الأقل. ومن الأفضل اختيار بضع كلمات لا رابط بينها.
    [few] { $minimum } أحرف على الأقل. ومن الأفضل اختيار بضع كلمات لا رابط بينها.
    [many] { $minimum } حرفًا على الأقل. ومن الأفضل اختيار بضع كلمات لا رابط بينها.
   *[other] { $minimum } حرف على الأقل. ومن الأفضل اختيار بضع كلمات لا رابط بينها.
}
form-password-sufficient = كلمة مرور جيدة. ستزيد إضافة كلمة أخرى من صعوبة تخمينها.
form-password-strong = كلمة مرور قوية يصعب تخمينها جدًا.
form-show-password = إظهار كلمة المرور
form-show-current-password = إظهار كلمة المرور الحالية
form-show-new-password = إظهار كلمة المرور الجديدة

## Front page

home-title = أهلًا بك
home-tagline = أهلًا بك. لن يستغرق الأمر سوى دقيقة.
home-account = الانتقال إلى حسابك

## Sign up

sign-up-title = إنشاء حساب
sign-up-accept-terms-html = أوافق على <a href="{ $terms }">شروط الاستخدام</a>.
sign-up-terms-html = يعني إنشاء حساب الموافقة على <a href="{ $terms }">شروط الاستخدام</a>.
sign-up-privacy-html = توضّح <a href="{ $privacy }">سياسة الخصوصية</a> كيفية التعامل مع البيانات.
sign-up-duplicate-html = هل هذا حسابك؟ يمكنك <a href="{ $log_in }">تسجيل الدخول</a> أو <a href="{ $reset }">إعادة تعيين كلمة المرور</a>.
sign-up-aside-html = لديك حساب بالفعل؟ <a href="{ $log_in }">تسجيل الدخول</a>

## Log in

log-in-title = تسجيل الدخول
log-in-forgot = هل نسيت كلمة المرور؟
log-in-remember = حفظ تسجيل دخولي على هذا الجهاز
log-in-aside-html = ليس لديك حساب؟ <a href="{ $sign_up }">إنشاء حساب</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = يُرجى تفقُّد بريدك الإلكتروني
# It must not say whether there is an account with that address: people who try other people's addresses read it, too.
check-mail-text = إذا كان العنوان الذي أدخلته صحيحًا، فستصلك رسالة إلكترونية تتضمن رابطًا. للمتابعة، يُرجى فتح هذا الرابط.
check-mail-hint = لم يصلك شيء بعد بضع دقائق؟ يُرجى البحث في مجلد الرسائل غير المرغوب فيها، أو إعادة المحاولة بعنوان آخر.
check-mail-sign-up-html = أرسلنا رسالة إلكترونية إلى <strong dir="auto">{ $email }</strong>. للمتابعة، يُرجى فتح الرابط الوارد فيها.
check-mail-reset-html = إذا كان هناك حساب بالعنوان <strong dir="auto">{ $email }</strong>، فستصل إليه رسالة إلكترونية تتضمن رابطًا لتعيين كلمة مرور جديدة.
check-mail-correct-html = لم يصلك شيء بعد بضع دقائق؟ يُرجى البحث في مجلد الرسائل غير المرغوب فيها، أو <a href="{ $link }">تصحيح العنوان</a>.
check-mail-undelivered-html = تعذّر تسليم رسالتنا إلى <strong dir="auto">{ $email }</strong>. إذا لم يكن العنوان صحيحًا، يُرجى <a href="{ $link }">تصحيحه</a>.
check-mail-resend = إعادة الإرسال

## Forgot your password: asking for the link.

reset-password-request-title = هل نسيت كلمة المرور؟
reset-password-request-hint = سنرسل إليك بالبريد الإلكتروني رابطًا لتعيين كلمة مرور جديدة.
reset-password-request-submit = إرسال الرابط
reset-password-request-aside-html = هل تذكّرتها؟ <a href="{ $log_in }">تسجيل الدخول</a>

## Set a new password: the page behind that link.

reset-password-title = تعيين كلمة مرور جديدة
reset-password-hint-html = يُرجى اختيار كلمة مرور جديدة لحساب <strong dir="auto">{ $email }</strong>. سيتم تسجيل خروجك من جميع الأجهزة.
reset-password-submit = تعيين كلمة المرور

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = إنشاء حساب المسؤول الأول
setup-text = يمكن للمسؤولين عرض جميع المستخدمين وإدارتهم. يعمل هذا الرابط مرة واحدة فقط.
setup-submit = إنشاء حساب المسؤول
setup-have-account = لديّ حساب بالفعل
setup-member-text-html = سجّلت الدخول بالعنوان <strong dir="auto">{ $email }</strong>، لذا يمكن منح هذا الحساب صلاحية المسؤول. يعمل هذا الرابط مرة واحدة فقط.
setup-member-submit = منح حسابي صلاحية المسؤول

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = تأكيد عنوان بريدك الإلكتروني
mail-link-email-verification-text-html = هل <strong dir="auto">{ $email }</strong> هو عنوان بريدك الإلكتروني؟
mail-link-email-verification-button = نعم، تأكيد العنوان
mail-link-sign-up-confirmation-title = إكمال إنشاء الحساب
mail-link-sign-up-confirmation-text-html = بهذه الخطوة يُنشأ حسابك في { $site } بالعنوان <strong dir="auto">{ $email }</strong>. إذا لم يكن ذلك بطلب منك، فيكفي إغلاق هذه الصفحة.
mail-link-sign-up-confirmation-button = إنشاء حسابي
mail-link-email-change-title = تأكيد عنوان بريدك الإلكتروني الجديد
mail-link-email-change-text-html = بهذه الخطوة يصبح عنوان بريدك الإلكتروني <strong dir="auto">{ $email }</strong>، ويكون تسجيل دخولك به من الآن فصاعدًا.
mail-link-email-change-button = استخدام هذا العنوان
mail-link-email-changed-title = التراجع عن تغيير عنوان البريد الإلكتروني
mail-link-email-changed-text-html = سيعود عنوان حسابك إلى <strong dir="auto">{ $email }</strong>، ويُسجَّل الخروج من جميع الأجهزة، ويبقى الحساب مقفلًا إلى أن يتم تعيين كلمة مرور جديدة. سنرسل إليك رابطًا لذلك بالبريد الإلكتروني.
mail-link-email-changed-button = التراجع عن هذا التغيير
mail-link-account-locked-title = فتح قفل حسابك
mail-link-account-locked-text-html = قفلنا حساب <strong dir="auto">{ $email }</strong> بعد محاولات كثيرة بكلمة مرور خاطئة. إذا كانت كلمة مرورك قوية، فيمكنك فتح قفل حسابك.
mail-link-account-locked-button = فتح قفل حسابي

## Error pages. Their titles and texts are elsewhere.

error-page-status = خطأ { $status }
error-page-home = الانتقال إلى الصفحة الرئيسية
error-page-new-link = طلب رابط جديد
error-page-help-html = ما زالت المشكلة قائمة؟ <a href="{ $link }">مراسلتنا بالبريد الإلكتروني</a>
