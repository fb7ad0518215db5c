### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

nav-label = Menu principal
nav-account = Compte
nav-overview = Aperçu
nav-users = Membres
nav-mail = E-mails
nav-logged-in-as = Compte connecté :

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = Aperçu
admin-overview-people = Personnes
admin-overview-users = { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
admin-overview-users-hint = Toutes les personnes qui ont un compte.
admin-overview-view-users = Voir les membres
admin-overview-no-failed-mail = Aucun e-mail en échec
admin-overview-failed-mail = { $count ->
        [one] { $count } e-mail en échec
       *[other] { $count } e-mails en échec
    }
admin-overview-waiting-mail = { $count } en attente d’envoi
admin-overview-view-mail = Voir les e-mails
admin-overview-refusals = Requêtes refusées
admin-overview-refusals-hint = Connexions avec une adresse inconnue, tentatives trop nombreuses et requêtes venues d’autres sites.
admin-overview-view-refusals = Voir les requêtes
admin-overview-api = API pour les programmes
admin-overview-api-hint = Ce que les programmes peuvent faire ici, avec des exemples de code.
admin-overview-view-api = Voir l’API

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).

admin-hashing-title = Hachage des mots de passe
admin-hashing-hint = Chaque connexion et chaque inscription demande un hachage de mot de passe. Voici comment le serveur tient la cadence depuis son démarrage.
admin-hashing-engine = Moteur
admin-hashing-cost = Coût par hachage
admin-hashing-cost-value = { $memory }, { $passes ->
        [one] { $passes } passe
       *[other] { $passes } passes
    }, { $lanes ->
        [one] { $lanes } voie
       *[other] { $lanes } voies
    }
admin-hashing-workers = Unités de calcul
admin-hashing-workers-value = { $busy } sur { $workers } en activité, { $memory } au total
admin-hashing-threads = Fils d’exécution par hachage
admin-hashing-waiting = En attente
admin-hashing-waiting-value = { $count } sur { $limit } dans la file : { $log_ins ->
        [one] { $log_ins } connexion
       *[other] { $log_ins } connexions
    }, { $sign_ups ->
        [one] { $sign_ups } nouveau mot de passe
       *[other] { $sign_ups } nouveaux mots de passe
    }
admin-hashing-wait = Attente estimée
admin-hashing-wait-value = { $wait } pour une inscription ; les requêtes sont rejetées au-delà de { $limit }
admin-hashing-waits = Attente médiane
admin-hashing-waits-value = { $median } ; maximum { $longest } ({ $count ->
        [one] sur { $count } hachage
       *[other] sur les { $count } derniers hachages
    })
admin-hashing-no-waits = Aucun hachage pour le moment
admin-hashing-served = Hachages
admin-hashing-served-value = { $count }
admin-hashing-rejected = Rejetées
admin-hashing-rejected-value = { $count ->
        [one] { $count } requête, invitée à réessayer plus tard
       *[other] { $count } requêtes, invitées à réessayer plus tard
    }
admin-hashing-abandoned = Abandonnées
admin-hashing-abandoned-value = { $count ->
        [one] { $count } requête, interrompue pendant l’attente
       *[other] { $count } requêtes, interrompues pendant l’attente
    }
admin-hashing-rechecked = Revérifiés
admin-hashing-rechecked-none-wrong = { $count } avec le moteur de référence, aucune erreur
admin-hashing-rechecked-wrong-html = { $count } avec le moteur de référence, <strong>{ $wrong ->
        [one] { $wrong } erreur
       *[other] { $wrong } erreurs
    }</strong> (voir le journal)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = Membres
admin-users-count = { $count ->
        [one] { $count } membre
       *[other] { $count } membres
    }
admin-users-found = { $count ->
        [one] { $count } résultat
       *[other] { $count } résultats
    }
admin-users-search = Rechercher
admin-users-state = Statut
admin-users-state-all = Tous
admin-users-state-active = Actifs
admin-users-state-disabled = Désactivés
admin-users-state-closed = Fermés
admin-users-role = Rôle
admin-users-role-all = Tous
admin-users-role-admin = Admins
admin-users-filter = Filtrer
admin-users-clear = Effacer
admin-users-table = Membres
admin-users-sort-by = Trier par
admin-users-signed-up = Inscription
admin-users-last-log-in = Dernière connexion
admin-users-no-match = Aucun membre trouvé
admin-users-no-match-hint = Essayez une recherche plus courte, ou un autre statut ou rôle.
admin-users-clear-filter = Effacer le filtre
admin-users-none = Personne ne s’est encore inscrit
admin-users-none-hint = Les membres apparaissent ici dès leur inscription.

## One user
## What an administrator sees of one person, and can do with the account.

admin-user-self = C’est vous
admin-user-details = Informations
admin-user-signed-up = Inscription
admin-user-last-log-in = Dernière connexion
admin-user-address = Adresse e-mail
admin-user-confirmed = Confirmée
admin-user-not-confirmed = Non confirmée
admin-user-id = Identifiant
admin-user-access = Accès
admin-user-disabled = Compte désactivé
admin-user-disabled-hint = Réactivez-le pour que cette personne puisse de nouveau se connecter.
admin-user-disabled-closed-hint = Son titulaire l’avait fermé auparavant. Tant qu’il est désactivé, il n’est pas supprimé. Si vous le réactivez, il le sera, sauf si cette personne se reconnecte.
admin-user-enable = Réactiver
admin-user-closed = Compte fermé
admin-user-closed-hint = Fermé par son titulaire. Il sera supprimé le { $time }, sauf si cette personne se reconnecte. Le désactiver empêche sa suppression.
admin-user-enabled = Compte activé
admin-user-enabled-hint = Le désactiver ferme toutes ses sessions et empêche toute connexion jusqu’à ce que vous le réactiviez.
admin-user-disable = Désactiver
admin-user-is-admin = Administrateur
admin-user-is-admin-hint = Peut voir et gérer tous les membres.
admin-user-remove-admin = Retirer les droits
admin-user-is-not-admin = Pas administrateur
admin-user-is-not-admin-hint = Les administrateurs peuvent voir et gérer tous les membres.
admin-user-make-admin = Nommer admin
admin-user-locked = Compte bloqué
admin-user-locked-hint = Trop de mots de passe incorrects ont été saisis. Tant que cette personne n’a pas choisi un nouveau mot de passe ou ouvert le lien que nous lui avons envoyé par e-mail, elle ne peut se connecter que sur des appareils qu’elle a déjà utilisés.
admin-user-unlock-hint = Cette personne pourra de nouveau se connecter sur tout appareil, avec son mot de passe.
admin-user-unlock = Débloquer
admin-user-log-out-everywhere = Déconnecter partout
admin-user-log-out-everywhere-hint = Ferme toutes les sessions de cette personne. Elle pourra se reconnecter.
admin-user-sessions = Sessions
admin-user-more-sessions = { $count ->
        [one] Seule la session utilisée le plus récemment est affichée.
       *[other] Seules les { $count } sessions utilisées le plus récemment sont affichées.
    }
admin-user-no-sessions = Aucune session ouverte.
admin-user-mail = E-mails
admin-user-more-mail-html = { $count ->
        [one] Seul l’e-mail le plus récent est affiché.
       *[other] Seuls les { $count } e-mails les plus récents sont affichés.
    } <a href="{ $url }">Voir tous les e-mails</a>
admin-user-no-mail = Aucun e-mail récent.
admin-user-history = Historique
admin-user-no-older-events = Aucun événement plus ancien.
admin-user-no-events = Aucun événement pour le moment.
admin-user-history-pages = Pages de l’historique

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = Donner les droits d’administrateur à { $email } ?
admin-make-admin-heading = Cette adresse n’est pas confirmée
admin-make-admin-text-html = N’importe qui peut s’inscrire avec une adresse qui n’est pas la sienne. Nous ne savons pas encore si <strong dir="auto">{ $email }</strong> appartient à la personne qui utilise ce compte.
admin-make-admin-hint = Un administrateur peut voir et modifier tous les comptes. Demandez d’abord à cette personne de confirmer son adresse : la page de son compte a un bouton pour cela. Ne continuez que si vous savez avec certitude que le compte est bien le sien.
admin-make-admin-submit = Nommer administrateur quand même

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = E-mails
admin-mail-filter = Filtrer les e-mails
admin-mail-all = Tous
admin-mail-waiting = En attente
admin-mail-folder-html = Les e-mails ne quittent pas cette machine : ils sont écrits dans <code><bdi>{ $folder }</bdi></code>. Pour les envoyer, définissez <code>mail.transport</code> et <code>mail.smtp_url</code>.
admin-mail-sent = Envoyés
admin-mail-failed = En échec
admin-mail-not-sent = Non envoyés
admin-mail-none-older = Aucun e-mail plus ancien
admin-mail-none-waiting = Aucun e-mail en attente
admin-mail-none-waiting-hint = Les nouveaux e-mails partent en une ou deux secondes.
admin-mail-none-failed = Aucun e-mail en échec
admin-mail-none-failed-hint = Les e-mails qui ne peuvent pas être envoyés apparaissent ici, avec le motif.
admin-mail-none-not-sent = Aucun e-mail annulé
admin-mail-none-not-sent-hint = Un e-mail qui n’est plus nécessaire, ou dont le lien ne fonctionnerait plus, n’est pas envoyé. Il apparaît ici, avec le motif.
admin-mail-none = Aucun e-mail pour le moment
admin-mail-none-hint = Les liens de confirmation, les liens de mot de passe et les notifications apparaissent ici pendant 30 jours.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = Requêtes refusées
admin-refusals-hint = Connexions avec une adresse inconnue, tentatives trop nombreuses et requêtes venues des pages d’un autre site. Ce qui concerne un compte se trouve dans l’historique de ce compte.
admin-refusals-left-out = { $count ->
        [one] { $count } autre requête de cette heure ne figure pas dans la liste, pour que personne ne puisse remplir le disque. Elle est seulement comptée ici ; le journal lui consacre une ligne.
       *[other] { $count } autres requêtes de cette heure ne figurent pas dans la liste, pour que personne ne puisse remplir le disque. Elles sont seulement comptées ici ; le journal consacre une ligne à chacune.
    }
admin-refusals-none-older = Aucune requête plus ancienne.
admin-refusals-none = Aucune requête refusée pour le moment.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

user-state-active = Actif
user-state-disabled = Désactivé
user-state-closed = Fermé
user-state-locked = Bloqué
user-state-unconfirmed = Non confirmé
user-role-admin = Admin
user-role-member = Membre

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = Date
event-table-event = Événement
event-table-by = Par
event-table-from = Origine
event-table-device-and-address-html = <bdi>{ $device }</bdi>, <bdi>{ $address }</bdi>
# Agrees with "Origine".
event-table-not-recorded = Non enregistrée

## Parts: emails
## A list, on the page of all mail and on the page of one user.

mail-list-state-waiting = En attente
mail-list-state-sent = Envoyé
mail-list-state-written = Écrit dans un fichier
mail-list-state-failed = Échec
mail-list-state-not-sent = Non envoyé
mail-list-to-html = À <bdi>{ $email }</bdi>
mail-list-to-user-html = À <a href="{ $url }"><bdi>{ $email }</bdi></a>
# The next five are right before a date and time: "Créé le 22 nov. 2026 à 14:03 UTC".
mail-list-created = Créé le
mail-list-sent = Envoyé le
mail-list-written = Écrit le
mail-list-failed = Échec le
mail-list-withdrawn = Annulé le
mail-list-next-attempt = Prochaine tentative le
mail-list-not-sent-reason = Non envoyé : { $reason }
mail-list-sending-again-html = Nouvel envoi en cours. Dernière erreur : <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [one] { $count } tentative.
       *[other] { $count } tentatives.
    } Dernière erreur : <bdi>{ $error }</bdi>
mail-list-retry = Réessayer
mail-list-retry-which = (« { $mail } » à { $email })

## Parts: sessions
## Where somebody is logged in: a list on the account page and on the page of one user.

session-list-program = Programme
session-list-this-device = Cet appareil
# The next two are right before a date and time: "Connexion le 22 nov. 2026 à 14:03 UTC".
session-list-logged-in = Connexion le
session-list-last-used = Dernière activité le
session-list-end = Fermer la session
session-list-end-which = ({ $device }, { $address }, dernière activité le { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = Version { $version }
reference-machine-html = Version lisible par machine : <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
reference-contents = Sommaire
reference-needs-token = Jeton requis
reference-parameters = Paramètres
reference-body = Corps de la requête
reference-body-as-html = <a href="{ $url }">{ $schema }</a> au format <code>{ $content_type }</code>
reference-responses = Réponses
reference-samples = Exemples
reference-copy = Copier l’exemple pour { $language }
reference-copied = Copié
reference-headers = En-têtes :
reference-schemas = Schémas
reference-example = Exemple
reference-list-of = liste de { $item }
reference-object-of = objet de { $item }
reference-all-of = tous les champs de { $schema }
reference-or = ou
reference-minimum = au moins { $minimum }
reference-maximum = au plus { $maximum }
reference-minimum-length = { $count ->
        [one] au moins { $count } caractère
       *[other] au moins { $count } caractères
    }
reference-maximum-length = { $count ->
        [one] au plus { $count } caractère
       *[other] au plus { $count } caractères
    }
reference-default = par défaut { $value }
reference-optional = facultatif
