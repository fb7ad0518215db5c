### Sentences that the program chooses: what has just happened, what is wrong with a form, what an event or an email was.

## Flash messages: shown once at the top of the next page

flash-account-created = Bienvenue ! Votre compte est prêt.
flash-logged-out = Votre session est fermée.
flash-password-changed = Mot de passe modifié. Toutes vos autres sessions ont été fermées.
flash-name-changed = Nom enregistré.
flash-name-removed = Nom supprimé.
flash-session-ended = Cet appareil a été déconnecté.
flash-session-gone = Cet appareil était déjà déconnecté.
flash-other-sessions-ended = Tous vos autres appareils ont été déconnectés.
flash-set-up-done = Vous avez maintenant les droits d’administrateur.
flash-please-log-in = Connectez-vous pour continuer.
flash-log-in-refused = Adresse e-mail ou mot de passe incorrect, ou compte désactivé.
flash-email-taken = Cette adresse e-mail est déjà utilisée
flash-too-many-attempts = Trop de tentatives.
flash-unavailable = Nous sommes très sollicités en ce moment. Rien n’a été modifié.
flash-unexpected = Une erreur s’est produite de notre côté. Rien n’a été modifié. Veuillez réessayer.
try-again-soon = Veuillez réessayer dans un instant.
try-again-seconds = { $count ->
    [one] Réessayez dans { $count } seconde.
   *[other] Réessayez dans { $count } secondes.
}
try-again-minutes = { $count ->
    [one] Réessayez dans { $count } minute.
   *[other] Réessayez dans { $count } minutes.
}
try-again-hours = { $count ->
    [one] Réessayez dans { $count } heure.
   *[other] Réessayez dans { $count } heures.
}

flash-account-closed = Votre compte est fermé et sera supprimé. Vous changez d’avis ? Connectez-vous d’ici là pour le conserver.
flash-account-reopened = Heureux de vous revoir ! Votre compte est rouvert et ne sera pas supprimé.
flash-last-administrator-stays = Seul votre compte a les droits d’administrateur. Accordez-les d’abord à quelqu’un d’autre.

flash-verification-sent = Nous vous avons envoyé un nouveau lien. Les précédents ne fonctionnent plus.
flash-link-sent-again = Si l’adresse est correcte, vous allez recevoir un autre e-mail. Seul le lien le plus récent fonctionne.
flash-email-verified = Merci ! Votre adresse e-mail est confirmée.
flash-sign-up-confirmed = Bienvenue ! Votre compte est prêt. Connectez-vous avec le mot de passe que vous avez choisi.
flash-email-change-requested = Nous avons envoyé un lien à votre nouvelle adresse. Ouvrez-le pour que la modification prenne effet.
flash-email-change-cancelled = La modification est annulée. Votre adresse e-mail reste la même.
flash-email-change-not-pending = Il n’y a plus de modification d’adresse e-mail à confirmer.
flash-email-changed = Adresse e-mail modifiée. Nous en avons informé votre ancienne adresse.
flash-email-change-undone = Votre ancienne adresse est rétablie et tous les appareils ont été déconnectés. Nous vous avons envoyé par e-mail un lien pour choisir un nouveau mot de passe ; d’ici là, votre compte reste bloqué.
flash-email-taken-meanwhile = Quelqu’un d’autre s’est inscrit avec cette adresse entre-temps : rien n’a été modifié.
flash-email-unverified = Confirmez d’abord votre adresse e-mail. Nous vous avons envoyé un lien.

flash-unlocked = Votre compte est débloqué.
flash-password-reset = Votre mot de passe est modifié et toutes vos sessions ont été fermées. Connectez-vous avec le nouveau.
flash-session-ended-by-failures = Trop de mots de passe incorrects : votre session a été fermée. Reconnectez-vous pour continuer.

flash-user-disabled = Le compte est désactivé et toutes ses sessions sont fermées.
flash-user-enabled = Le compte est réactivé.
flash-user-unlocked = Le compte est débloqué.
flash-user-signed-out = Toutes les sessions de cette personne sont fermées.
flash-admin-granted = Cette personne a maintenant les droits d’administrateur et doit se reconnecter.
flash-admin-revoked = Cette personne n’a plus les droits d’administrateur.
flash-last-administrator = Seule cette personne a les droits d’administrateur. Accordez-les d’abord à quelqu’un d’autre.
flash-mail-retried = Nouvel envoi en cours.
flash-mail-not-given-up = Seuls les e-mails en échec peuvent être renvoyés.

## Mistakes in forms: shown at the field and at the top of the page

mistake-email-missing = Saisissez votre adresse e-mail.
mistake-new-email-missing = Saisissez votre nouvelle adresse e-mail.
mistake-email-invalid = Saisissez une adresse e-mail du type name@example.com.
mistake-email-too-long = Cette adresse e-mail est trop longue.
mistake-email-look-alike = Cette adresse mélange plusieurs alphabets ou contient des lettres qui ressemblent à d’autres. Saisissez-la à nouveau avec une seule disposition de clavier.
mistake-email-taken = Un compte existe déjà avec cette adresse e-mail.
mistake-email-unchanged = C’est déjà votre adresse e-mail.
mistake-password-missing = Saisissez un mot de passe.
mistake-current-password-missing = Saisissez votre mot de passe actuel.
mistake-new-password-missing = Saisissez un nouveau mot de passe.
mistake-password-too-short = { $minimum ->
    [one] Utilisez au moins { $minimum } caractère.
   *[other] Utilisez au moins { $minimum } caractères.
}
mistake-password-too-long = { $maximum ->
    [one] Utilisez au maximum { $maximum } caractère.
   *[other] Utilisez au maximum { $maximum } caractères.
}
mistake-password-unreadable = Ce mot de passe contient des caractères que nous n’avons pas pu lire.
mistake-password-common = Ce mot de passe est trop courant. Essayez quelques mots sans rapport entre eux.
mistake-password-guessable = Ce mot de passe est facile à deviner. Ajoutez quelques mots sans rapport entre eux.
mistake-password-from-context = N’utilisez ni votre adresse e-mail ni le nom de ce site dans votre mot de passe.
mistake-password-blocklisted = Ce mot de passe n’est pas autorisé ici. Choisissez-en un autre.
mistake-password-wrong = Ce n’est pas votre mot de passe actuel.
mistake-terms-not-accepted = Acceptez les conditions d’utilisation pour vous inscrire.
mistake-name-too-long = { $maximum ->
    [one] Votre nom est trop long. Utilisez { $maximum } caractère au maximum.
   *[other] Votre nom est trop long. Utilisez { $maximum } caractères au maximum.
}
mistake-name-unreadable = Votre nom contient des caractères invisibles. Saisissez-le de nouveau sans ces caractères.

## Error pages: a title, and what to do next

error-400-title = Nous n’avons pas pu lire cette requête
error-400-text = Votre navigateur a envoyé quelque chose d’incorrect. Revenez en arrière et réessayez.
error-401-title = Veuillez vous connecter
error-401-text = Vous devez vous connecter pour voir cette page.
error-403-title = Action non autorisée
error-403-text = Cette requête venait d’un autre site : rien n’a été modifié. Ouvrez la page ici et réessayez.
error-404-title = Page introuvable
error-404-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien est erroné.
error-405-title = Action impossible sur cette page
error-405-text = La page existe, mais pas pour ce type de requête.
error-408-title = Délai dépassé
error-408-text = Votre navigateur a commencé une requête sans la terminer. Vérifiez votre connexion Internet et réessayez.
error-410-title = Ce lien a expiré ou a déjà été utilisé
error-410-text = Connectez-vous, ou demandez un nouveau lien. Si vous en avez demandé plusieurs, seul le plus récent fonctionne.
error-413-title = Trop volumineux
error-413-text = Ce site n’accepte pas un envoi aussi volumineux. Envoyez quelque chose de plus petit.
error-414-title = Trop long
error-414-text = L’adresse ou les en-têtes de la requête sont trop longs.
error-415-title = Format non pris en charge
error-415-text = Cette page attend un formulaire web, et autre chose a été envoyé.
error-422-title = Ce formulaire n’a pas pu être accepté
error-422-text = Les données envoyées ne correspondent pas au formulaire. Revenez en arrière et réessayez.
error-429-title = Trop de tentatives
error-429-text = Pour protéger les comptes, nous limitons le nombre de tentatives.
error-503-title = Nous sommes très sollicités en ce moment
error-503-text = Rien n’a été modifié.
error-500-title = Une erreur s’est produite
error-500-text = Le problème vient de notre côté. Rien n’a été modifié. Veuillez réessayer.
error-other-title = Cela n’a pas fonctionné
error-other-text = Nous n’avons pas pu répondre à cette requête. Revenez en arrière et réessayez.

error-set-up-link-title = Ce lien a expiré ou a déjà été utilisé
error-set-up-link-text = Un lien de configuration ne fonctionne qu’une seule fois, pendant une journée, et seulement tant qu’il n’y a pas d’administrateur. Redémarrez le serveur pour en obtenir un nouveau, ou exécutez « frontdesk admin create ».
error-confirm-password-title = Confirmez votre mot de passe
error-confirm-password-text = Confirmez-le à l’adresse /account/confirm, puis réessayez.

## Events: lines in the activity log of an account. Short; no full stop.

event-signed-up = Inscription
event-logged-in = Connexion
event-log-in-failed = Échec de la connexion
event-logged-out = Déconnexion
event-password-changed = Mot de passe modifié
event-session-ended = Déconnexion d’un appareil
event-sessions-ended = Déconnexion de tous les appareils
event-disabled = Compte désactivé
event-enabled = Compte réactivé
event-admin-granted = Droits d’administrateur accordés
event-admin-revoked = Droits d’administrateur retirés
event-set-up-used = Lien de configuration utilisé
event-refresh-token-reused = Application déconnectée : un ancien jeton a été réutilisé
event-account-closed = Compte fermé
event-account-reopened = Compte rouvert
event-account-deleted = Compte supprimé
event-data-exported = Données téléchargées
event-email-verified = Adresse e-mail confirmée
event-password-reset-requested = Réinitialisation du mot de passe demandée
event-password-reset = Mot de passe réinitialisé
event-email-change-requested = Modification de l’adresse e-mail demandée
event-email-change-cancelled = Demande de modification de l’adresse e-mail annulée
event-email-changed = Adresse e-mail modifiée
event-email-change-undone = Modification de l’adresse e-mail annulée
event-account-locked = Compte bloqué
event-account-unlocked = Compte débloqué
event-mail-retried = E-mail renvoyé
event-password-confirmation-failed = Mot de passe incorrect en cours de session
event-session-ended-by-failures = Déconnexion après trop de mots de passe incorrects
event-sign-up-repeated = Nouvelle tentative d’inscription
event-rate-limited = Refus temporaire : trop de tentatives
event-access-denied = Refusé : réservé aux administrateurs
event-cross-site-refused = Refusé : envoi depuis un autre site

actor-you = Vous
actor-administrator = Un administrateur
actor-command-line = Ligne de commande
actor-unknown = Inconnu
actor-email = { $email }
actor-former-user = Ancien membre { $id }

## Emails, as lists of sent mail name them

mail-kind-email-verification = Confirmation de l’adresse e-mail
mail-kind-sign-up-confirmation = Confirmation de l’inscription
mail-kind-password-reset = Nouveau mot de passe
mail-kind-email-change = Confirmation de la nouvelle adresse e-mail
mail-kind-email-changed = Adresse e-mail modifiée
mail-kind-password-changed = Mot de passe modifié
mail-kind-new-device = Nouvelle connexion
mail-kind-account-closed = Compte fermé
mail-kind-account-locked = Trop de mots de passe incorrects
mail-kind-session-ended = Déconnexion : trop de mots de passe incorrects
mail-kind-admin-granted = Droits d’administrateur accordés
mail-kind-admin-revoked = Droits d’administrateur retirés
mail-kind-account-disabled = Compte désactivé
mail-kind-account-enabled = Compte réactivé

# Continues "Non envoyé : …".
not-sent-account-disabled = le compte est désactivé, le lien ne fonctionnerait donc pas.
not-sent-address-changed = le compte a maintenant une autre adresse.
not-sent-link-expired = il est si ancien que le lien aurait expiré.
not-sent-replaced = un e-mail plus récent l’a remplacé.
not-sent-not-needed = il n’est plus nécessaire.
not-sent-too-many = cette adresse non confirmée a déjà reçu trop d’e-mails.
