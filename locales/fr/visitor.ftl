### The frame of every page, the parts of forms, and the pages that people see without being logged in.

## Every page

base-error-title = Erreur :
base-skip = Aller au contenu
base-description = Créez un compte sur { $site }, connectez-vous et gérez votre compte.
base-help-html = Besoin d’aide ? <a href="{ $link }"><bdi>{ $email }</bdi></a>
base-terms = Conditions d’utilisation
base-privacy = Confidentialité
base-reference-html = Référence : <strong>{ $reference }</strong>
base-language = Langue
base-language-submit = Changer

## Forms

form-error-summary-title = Vérifiez votre saisie
form-email-suggestion = Vouliez-vous dire { $email } ?
form-new-password-hint = { $minimum ->
    [one] Au moins { $minimum } caractère. Quelques mots sans rapport entre eux font un bon mot de passe.
   *[other] Au moins { $minimum } caractères. Quelques mots sans rapport entre eux font un bon mot de passe.
}
form-password-sufficient = Bon mot de passe. Un mot de plus le rendra encore plus difficile à deviner.
form-password-strong = Mot de passe fort, très difficile à deviner.
form-show-password = Afficher le mot de passe
form-show-current-password = Afficher le mot de passe actuel
form-show-new-password = Afficher le nouveau mot de passe

## Front page

home-title = Bienvenue
home-tagline = Entrez, cela ne prend qu’une minute.
home-account = Accéder à votre compte

## Sign up

sign-up-title = Inscription
sign-up-accept-terms-html = J’accepte les <a href="{ $terms }">conditions d’utilisation</a>.
sign-up-terms-html = En vous inscrivant, vous acceptez les <a href="{ $terms }">conditions d’utilisation</a>.
sign-up-privacy-html = La <a href="{ $privacy }">politique de confidentialité</a> explique ce que deviennent vos données.
sign-up-duplicate-html = C’est votre compte ? <a href="{ $log_in }">Connectez-vous</a> ou <a href="{ $reset }">réinitialisez votre mot de passe</a>.
sign-up-aside-html = Vous avez déjà un compte ? <a href="{ $log_in }">Se connecter</a>

## Log in

log-in-title = Connexion
log-in-forgot = Mot de passe oublié ?
log-in-remember = Garder ma session ouverte sur cet appareil
log-in-aside-html = Pas encore de compte ? <a href="{ $sign_up }">S’inscrire</a>

## Check your email: after signing up, or after asking for a link to set a new password.

check-mail-title = Consultez vos e-mails
# It must not say whether there is an account with that address: people who try other people's addresses read it, too.
check-mail-text = Si l’adresse saisie est correcte, vous allez recevoir un e-mail contenant un lien. Ouvrez ce lien pour continuer.
check-mail-hint = Rien au bout de quelques minutes ? Regardez dans vos courriers indésirables, ou réessayez avec une autre adresse.
check-mail-sign-up-html = Nous avons envoyé un e-mail à <strong dir="auto">{ $email }</strong>. Ouvrez le lien qu’il contient pour continuer.
check-mail-reset-html = S’il existe un compte pour <strong dir="auto">{ $email }</strong>, un e-mail contenant un lien pour définir un nouveau mot de passe va arriver.
check-mail-correct-html = Rien au bout de quelques minutes ? Regardez dans vos courriers indésirables, ou <a href="{ $link }">corrigez l’adresse</a>.
check-mail-undelivered-html = Notre e-mail à <strong dir="auto">{ $email }</strong> n’a pas pu être remis. Si cette adresse n’est pas correcte, <a href="{ $link }">corrigez-la</a>.
check-mail-resend = Renvoyer l’e-mail

## Forgot your password: asking for the link.

reset-password-request-title = Mot de passe oublié ?
reset-password-request-hint = Nous vous enverrons par e-mail un lien pour en choisir un nouveau.
reset-password-request-submit = Recevoir un lien
reset-password-request-aside-html = Vous l’avez retrouvé ? <a href="{ $log_in }">Se connecter</a>

## Set a new password: the page behind that link.

reset-password-title = Choisir un nouveau mot de passe
reset-password-hint-html = Choisissez un nouveau mot de passe pour <strong dir="auto">{ $email }</strong>. Toutes vos sessions seront fermées.
reset-password-submit = Enregistrer

## The first administrator: the page behind the one-time link that the server prints when it starts.

setup-title = Créer le premier compte administrateur
setup-text = Les administrateurs peuvent voir et gérer toutes les personnes inscrites. Ce lien ne fonctionne qu’une seule fois.
setup-submit = Créer le compte
setup-have-account = J’ai déjà un compte
setup-member-text-html = Votre session est ouverte avec <strong dir="auto">{ $email }</strong> : ce compte peut donc devenir administrateur. Ce lien ne fonctionne qu’une seule fois.
setup-member-submit = Devenir administrateur

## The page behind the link of an email. For each kind of email: the title of the page, a text, and a button that does it.

mail-link-email-verification-title = Confirmez votre adresse e-mail
mail-link-email-verification-text-html = Votre adresse e-mail est-elle bien <strong dir="auto">{ $email }</strong> ?
mail-link-email-verification-button = Oui, confirmer
mail-link-sign-up-confirmation-title = Terminez votre inscription
mail-link-sign-up-confirmation-text-html = Un clic suffit pour créer votre compte { $site } avec l’adresse <strong dir="auto">{ $email }</strong>. Cette inscription ne vient pas de vous ? Fermez simplement cette page.
mail-link-sign-up-confirmation-button = Créer mon compte
mail-link-email-change-title = Confirmez votre nouvelle adresse e-mail
mail-link-email-change-text-html = Votre adresse e-mail sera remplacée par <strong dir="auto">{ $email }</strong>. C’est avec elle que vous vous connecterez désormais.
mail-link-email-change-button = Utiliser cette adresse
mail-link-email-changed-title = Annuler la modification de l’adresse e-mail
mail-link-email-changed-text-html = Votre compte retrouvera l’adresse <strong dir="auto">{ $email }</strong>, toutes les sessions seront fermées et le compte restera bloqué jusqu’à ce que vous choisissiez un nouveau mot de passe. Nous vous enverrons un lien par e-mail pour cela.
mail-link-email-changed-button = Annuler cette modification
mail-link-account-locked-title = Débloquez votre compte
mail-link-account-locked-text-html = Nous avons bloqué le compte <strong dir="auto">{ $email }</strong> après trop de mots de passe incorrects. Si votre mot de passe est difficile à deviner, vous pouvez débloquer votre compte.
mail-link-account-locked-button = Débloquer mon compte

## Error pages. Their titles and texts are elsewhere.

error-page-status = Erreur { $status }
error-page-home = Retour à l’accueil
error-page-new-link = Demander un nouveau lien
error-page-help-html = Le problème persiste ? <a href="{ $link }">Écrivez-nous</a>
