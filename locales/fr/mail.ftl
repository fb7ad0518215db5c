### Mails: templates/mail. The plain text and the HTML of a mail share their messages.
### Most mail programs show a subject and a preheader in one row of a list: keep both short.
### $site is the name of the site, as "Harbour Books". No "de" or "que" before it: it may begin with a vowel.

## Every mail

mail-help = Besoin d’aide ?
mail-copy-link = Le bouton ne fonctionne pas ? Copiez ce lien dans votre navigateur :
mail-action-line = { $label } :
mail-fact-line = { $label } : { $value }
mail-fact-account = Compte
mail-fact-old-email = Ancienne adresse
mail-fact-new-email = Nouvelle adresse
mail-fact-when = Date
mail-fact-device = Appareil
mail-fact-address = Adresse IP
mail-link-life = Ce lien ne fonctionne qu’une seule fois et reste valable { $life }.
mail-set-password = Choisir un nouveau mot de passe
mail-last-attempt = La dernière tentative :

## Mail: confirm the address of a new account

mail-email-verification-subject = Confirmez votre adresse e-mail pour { $site }
mail-email-verification-preheader = Une petite étape, et tout est prêt.
mail-email-verification-heading = Confirmez votre adresse e-mail
mail-email-verification-intro = Bienvenue sur { $site } ! Merci de confirmer que { $email } est bien votre adresse e-mail.
mail-email-verification-intro-html = Bienvenue sur { $site } ! Merci de confirmer que <strong dir="auto">{ $email }</strong> est bien votre adresse e-mail.
mail-email-verification-button = Confirmer mon adresse e-mail
mail-email-verification-not-you = Cette inscription ne vient pas de vous ? Vous pouvez ignorer cet e-mail : sans le lien, l’adresse ne sera pas confirmée.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = Terminez votre inscription sur { $site }
mail-sign-up-confirmation-preheader = Plus qu’une étape : créer votre compte.
mail-sign-up-confirmation-heading = Terminez votre inscription
mail-sign-up-confirmation-intro = Merci de vous inscrire sur { $site } avec { $email }. Il ne reste plus qu’une étape : créer votre compte.
mail-sign-up-confirmation-intro-html = Merci de vous inscrire sur { $site } avec <strong dir="auto">{ $email }</strong>. Il ne reste plus qu’une étape : créer votre compte.
mail-sign-up-confirmation-button = Créer mon compte
mail-sign-up-confirmation-next = Ensuite, connectez-vous avec le mot de passe que vous avez choisi.
mail-sign-up-confirmation-not-you = Cette inscription ne vient pas de vous ? Ignorez cet e-mail et n’ouvrez pas le lien : sans lui, aucun compte n’est créé.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = Vous avez déjà un compte sur { $site }
mail-already-registered-preheader = Connectez-vous, ou choisissez un nouveau mot de passe si vous avez oublié le vôtre.
mail-already-registered-heading = Vous avez déjà un compte
mail-already-registered-intro = Quelqu’un, sans doute vous, a voulu utiliser cette adresse e-mail pour un compte sur { $site }. Vous en avez déjà un.
mail-already-registered-forgotten = Mot de passe oublié ? Vous pouvez en choisir un nouveau.
mail-already-registered-not-you = Si ce n’était pas vous, vous n’avez rien à faire. Rien n’a changé, et cette personne n’a pas été informée que vous avez un compte.

## Mail: set a new password

mail-password-reset-subject = Choisissez un nouveau mot de passe pour { $site }
mail-password-reset-preheader = Ouvrez le lien pour choisir un nouveau mot de passe.
mail-password-reset-heading = Choisissez un nouveau mot de passe
mail-password-reset-intro = Nous avons reçu une demande de nouveau mot de passe pour votre compte { $site }.
mail-password-reset-not-you = Vous n’avez rien demandé ? Vous pouvez ignorer cet e-mail : votre mot de passe reste le même.

## Mail to a new address: confirm it

mail-email-change-subject = Confirmez votre nouvelle adresse e-mail pour { $site }
mail-email-change-preheader = Votre adresse changera dès que vous l’aurez confirmée.
mail-email-change-heading = Confirmez votre nouvelle adresse e-mail
mail-email-change-intro = Vous avez demandé à utiliser { $email } pour votre compte { $site }. Merci de confirmer que cette adresse est bien la vôtre.
mail-email-change-intro-html = Vous avez demandé à utiliser <strong dir="auto">{ $email }</strong> pour votre compte { $site }. Merci de confirmer que cette adresse est bien la vôtre.
mail-email-change-button = Utiliser cette adresse
mail-email-change-until-then = Tant que vous ne l’avez pas confirmée, votre ancienne adresse reste en place.
mail-email-change-not-you = Vous n’avez rien demandé ? Vous pouvez ignorer cet e-mail : sans le lien, rien ne change.

## Mail to the old address: the address was changed

mail-email-changed-subject = L’adresse e-mail de votre compte { $site } a été modifiée
mail-email-changed-preheader = Si c’était vous, vous n’avez rien à faire.
mail-email-changed-heading = Votre adresse e-mail a été modifiée
mail-email-changed-intro = L’adresse e-mail de votre compte { $site } a été modifiée.
mail-email-changed-unconfirmed = Le compte { $site } associé à cette adresse e-mail en utilise désormais une autre.
mail-email-changed-not-you = Si c’était vous, vous n’avez rien à faire. Sinon, vous pouvez annuler cette modification.
mail-email-changed-undo = Annuler cette modification
mail-email-changed-effect = Vous retrouverez votre ancienne adresse, tous les appareils seront déconnectés et le compte sera bloqué jusqu’à ce que vous choisissiez un nouveau mot de passe. Nous vous enverrons un lien par e-mail pour cela. Vous pouvez annuler la modification jusqu’au { $time }.
mail-email-changed-too-late = Si c’était vous, vous n’avez rien à faire. Sinon, demandez de l’aide à l’équipe { $site } : un lien permettait d’annuler la modification jusqu’au { $time }.
mail-email-changed-nothing-to-do = Si c’était vous, vous n’avez rien à faire.

## Mail: the password was changed

mail-password-changed-subject = Le mot de passe de votre compte { $site } a été modifié
mail-password-changed-preheader = Si ce n’était pas vous, choisissez-en un nouveau dès maintenant.
mail-password-changed-heading = Votre mot de passe a été modifié
mail-password-changed-intro = Le mot de passe de votre compte { $site } a été modifié et tous les autres appareils ont été déconnectés.
mail-password-changed-not-you = Si c’était vous, vous n’avez rien à faire. Sinon, choisissez un nouveau mot de passe dès maintenant.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = Nouvelle connexion à votre compte { $site }
mail-new-device-preheader = Était-ce vous ?
mail-new-device-heading = Nouvelle connexion
mail-new-device-intro = Quelqu’un s’est connecté à votre compte { $site } depuis un navigateur ou un réseau que nous ne connaissions pas.
mail-new-device-not-you = Si c’était vous, vous n’avez rien à faire. Sinon, cette personne connaît votre mot de passe : choisissez-en un nouveau dès maintenant, et elle sera déconnectée.

## Mail: the owner has closed the account

mail-account-closed-subject = Votre compte { $site } est fermé
mail-account-closed-preheader = Vous changez d’avis ? Vous pouvez encore le conserver.
mail-account-closed-heading = Votre compte est fermé
mail-account-closed-intro = Votre compte { $site } est fermé et sera supprimé après le { $time }.
mail-account-closed-keep = Vous changez d’avis, ou ce n’était pas vous ? Connectez-vous d’ici là pour conserver votre compte.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = Trop de mots de passe incorrects pour votre compte { $site }
mail-account-locked-preheader = Nous avons bloqué votre compte. Voici comment le débloquer.
mail-account-locked-heading = Trop de mots de passe incorrects
mail-account-locked-intro = Quelqu’un a saisi trop de mots de passe incorrects pour votre compte { $site } : nous l’avons donc bloqué. Tant qu’il n’est pas débloqué, vous ne pouvez vous connecter que sur des appareils que vous avez déjà utilisés.
mail-account-locked-strong = Si votre mot de passe est difficile à deviner, vous pouvez débloquer votre compte.
mail-account-locked-button = Débloquer mon compte
mail-account-locked-reset = Choisir un nouveau mot de passe débloque aussi votre compte.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = Votre session { $site } a été fermée après trop de mots de passe incorrects
mail-session-ended-preheader = Si ce n’était pas vous, choisissez un nouveau mot de passe dès maintenant.
mail-session-ended-heading = Votre session a été fermée
mail-session-ended-intro = Quelqu’un a saisi dix fois un mot de passe incorrect dans un navigateur connecté à votre compte { $site } : nous avons donc déconnecté ce navigateur.
mail-session-ended-not-you = Si c’était vous, reconnectez-vous simplement. Sinon, quelqu’un d’autre utilisait un navigateur où votre session était ouverte : choisissez un nouveau mot de passe dès maintenant, et tous les appareils seront déconnectés.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = Vous avez maintenant les droits d’administrateur sur { $site }
mail-admin-granted-preheader = Vous pouvez voir et gérer tous les comptes.
mail-admin-granted-heading = Vous avez maintenant les droits d’administrateur
mail-admin-granted-intro = Vous avez maintenant les droits d’administrateur sur { $site } : vous pouvez voir et gérer tous les comptes. Vos sessions précédentes ont été fermées ; vous devrez peut-être vous reconnecter.
mail-admin-granted-unexpected = Si vous ne vous y attendiez pas, adressez-vous à l’équipe { $site }. Si quelqu’un d’autre connaît peut-être votre mot de passe, choisissez-en un nouveau : depuis votre compte, cette personne pourrait nuire à tous les autres.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = Vous n’avez plus les droits d’administrateur sur { $site }
mail-admin-revoked-preheader = Vous pouvez toujours utiliser votre compte.
mail-admin-revoked-heading = Vous n’avez plus les droits d’administrateur
mail-admin-revoked-intro = Vous n’avez plus les droits d’administrateur sur { $site }. Vous pouvez toujours utiliser votre compte, mais plus les pages réservées aux administrateurs.
mail-admin-revoked-unexpected = Si vous ne vous y attendiez pas, adressez-vous à l’équipe { $site }.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = Votre compte { $site } est désactivé
mail-account-disabled-preheader = Vous ne pouvez pas vous connecter tant qu’il n’est pas réactivé.
mail-account-disabled-heading = Votre compte est désactivé
mail-account-disabled-intro = Votre compte { $site } a été désactivé. Toutes vos sessions ont été fermées, y compris dans les applications, et vous ne pouvez pas vous connecter tant qu’il n’est pas réactivé. Rien n’a été supprimé.
mail-account-disabled-unexpected = Si vous ne vous y attendiez pas, adressez-vous à l’équipe { $site }. Elle a peut-être remarqué que quelqu’un d’autre utilisait votre compte.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = Votre compte { $site } est réactivé
mail-account-enabled-preheader = Vous pouvez de nouveau vous connecter.
mail-account-enabled-heading = Votre compte est réactivé
mail-account-enabled-intro = Votre compte { $site } est réactivé. Votre mot de passe n’a pas changé, mais vous devrez vous reconnecter.
mail-account-enabled-unexpected = Si vous ne vous y attendiez pas, ou si votre compte avait été désactivé parce que quelqu’un d’autre l’utilisait, choisissez d’abord un nouveau mot de passe.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = E-mail de test envoyé par { $site }
mail-test-preheader = Vous n’avez rien à faire.
mail-test-heading = Ça fonctionne !
mail-test-intro = Les e-mails envoyés par { $site } arrivent bien à { $email }. Vous n’avez rien à faire.
mail-test-intro-html = Les e-mails envoyés par { $site } arrivent bien à <strong dir="auto">{ $email }</strong>. Vous n’avez rien à faire.
