### The pages on which people who are logged in manage their own account.

## Your account

account-unverified-title = Confirmez votre adresse e-mail
account-unverified-text-html = Confirmez <strong dir="auto">{ $email }</strong> avec le lien que nous vous avons envoyé par e-mail, pour pouvoir récupérer votre compte en cas de besoin. Vous n’avez rien reçu ?
account-undelivered-html = Notre e-mail à <strong dir="auto">{ $email }</strong> n’a pas pu être remis. Cette adresse est-elle correcte ? Sinon, <a href="{ $change }">corrigez-la</a>.
account-unverified-submit = Renvoyer un lien
account-locked-title = Votre compte est partiellement bloqué
account-locked-text-html = Trop de mots de passe incorrects ont été saisis : vous ne pouvez vous connecter que sur des appareils que vous avez déjà utilisés. Pour débloquer votre compte, ouvrez le lien que nous vous avons envoyé par e-mail, ou <a href="{ $reset }">choisissez un nouveau mot de passe</a>.
account-pending-email-title = Modification de l’adresse e-mail
account-pending-email-html = Nous attendons que vous confirmiez <strong dir="auto">{ $email }</strong>. Votre adresse ne changera qu’une fois ouvert le lien que nous y avons envoyé.
account-pending-email-resend = Renvoyer le lien
account-pending-email-cancel = Annuler la modification
account-details-title = Profil
account-name-hint = Facultatif. Vous et les administrateurs de ce site le voyez à côté de votre adresse e-mail. Laissez ce champ vide pour le supprimer.
account-name-submit = Enregistrer le nom
account-email-state = Statut de l’adresse
account-email-confirmed-html = Confirmée. <a href="{ $change }">Modifier l’adresse e-mail</a>
account-email-unconfirmed-html = Pas encore confirmée. <a href="{ $change }">Modifier l’adresse e-mail</a>
account-change-password = Modifier le mot de passe
account-member-since = Membre depuis le
account-last-log-in = Dernière connexion
account-sections = Rubriques de cette page
account-security-title = Sécurité
account-log-in-state = Connexion
account-log-in-open = Sur tout appareil, avec votre mot de passe
account-log-in-locked = Seulement sur des appareils que vous avez déjà utilisés
account-activity = Activité
account-activity-link = Voir votre activité
account-data = Données
account-data-link = Télécharger vos données
account-data-text = Obtenez une copie des données que ce site conserve à votre sujet.
account-close = Zone sensible
account-close-link = Fermer votre compte
account-close-text = Fermer votre compte met fin à toutes vos sessions. Il est supprimé quelques jours plus tard ; reconnectez-vous avant pour le garder.
account-sessions-title = Appareils
account-sessions-hint = Vous êtes connecté sur ces appareils. Si l’une de ces sessions n’est pas la vôtre, fermez-la et modifiez votre mot de passe.
account-sessions-more = { $count ->
    [one] Seule votre session utilisée le plus récemment est affichée. Pour fermer aussi celles qui n’apparaissent pas ici, fermez toutes les autres sessions.
   *[other] Seules vos { $count } sessions utilisées le plus récemment sont affichées. Pour fermer aussi celles qui n’apparaissent pas ici, fermez toutes les autres sessions.
}
account-sessions-end-others = Fermer toutes les autres sessions

## Activity: a table of what happened to the account.

activity-title = Activité
activity-hint-html = Quelque chose ne vient pas de vous ? <a href="{ $change_password }">Modifiez votre mot de passe</a> pour fermer toutes les autres sessions.
activity-none = Aucune activité pour le moment.
activity-none-older = Rien de plus ancien.

## Change email address

change-email-title = Modifier l’adresse e-mail
change-email-hint-html = Votre adresse est <strong dir="auto">{ $email }</strong>. Elle ne changera qu’une fois la nouvelle confirmée, avec le lien que nous y enverrons.
change-email-new = Nouvelle adresse e-mail
change-email-submit = Envoyer un lien à cette adresse

## Change password

change-password-title = Modifier le mot de passe
change-password-submit = Modifier le mot de passe

## Confirm your password: before something that nobody else should do in one's browser.

confirm-password-title = Confirmez votre mot de passe
confirm-password-hint = Pour votre sécurité, saisissez à nouveau votre mot de passe.
confirm-password-submit = Continuer

## Your data: downloading everything about oneself.

export-title = Vos données
export-text = Téléchargez un fichier avec les données que conserve { $site } à votre sujet : votre compte, vos sessions ouvertes et vos connexions passées, les e-mails que nous vous avons envoyés récemment, l’activité de votre compte et ce que vous avez fait sur d’autres comptes.
export-hint = C’est un fichier JSON, lisible dans n’importe quel éditeur de texte. De votre mot de passe, nous ne conservons qu’une empreinte (hash), qui n’y figure pas.
export-submit = Télécharger vos données

## Close your account

close-account-title = Fermer votre compte
close-account-text-html = { $days ->
    [one] Toutes vos sessions seront fermées immédiatement, y compris dans les applications qui utilisent votre compte. Le compte <strong dir="auto">{ $email }</strong> sera supprimé dans { $days } jour.
   *[other] Toutes vos sessions seront fermées immédiatement, y compris dans les applications qui utilisent votre compte. Le compte <strong dir="auto">{ $email }</strong> sera supprimé dans { $days } jours.
    }
close-account-hint-html = Vous changez d’avis ? Connectez-vous à ce site d’ici là pour conserver votre compte. Après sa suppression, une trace de son activité subsiste, avec des adresses IP et des navigateurs, mais sans votre adresse e-mail. Pensez à <a href="{ $export }">télécharger vos données</a> avant.
close-account-submit = Fermer mon compte
