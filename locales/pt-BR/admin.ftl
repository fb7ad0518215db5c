### The administrators' pages, the parts that they share with the account page, the navigation, and the frame of the
### API reference.

## Navigation
## At the top of every page for people who are logged in.

nav-label = Principal
nav-account = Conta
nav-overview = Visão geral
nav-users = Usuários
nav-mail = E-mails
nav-logged-in-as = Você entrou como

## Overview
## The administrators' front page: how many people there are, and how the server is doing.

admin-overview-title = Visão geral
admin-overview-people = Pessoas
admin-overview-users = { $count ->
        [one] { $count } usuário
       *[other] { $count } usuários
    }
admin-overview-users-hint = Todas as pessoas com uma conta.
admin-overview-view-users = Ver usuários
admin-overview-no-failed-mail = Nenhum e-mail com falha
admin-overview-failed-mail = { $count ->
        [one] { $count } e-mail com falha
       *[other] { $count } e-mails com falha
    }
admin-overview-waiting-mail = { $count } na fila de envio
admin-overview-view-mail = Ver e-mails
admin-overview-refusals = Solicitações recusadas
admin-overview-refusals-hint = Logins com endereços desconhecidos, tentativas em excesso e solicitações de outros sites.
admin-overview-view-refusals = Ver solicitações
admin-overview-api = API para programas
admin-overview-api-hint = O que os programas podem fazer aqui, com exemplos de código.
admin-overview-view-api = Ver a API

## Overview: password hashing
## Figures of the queue in which passwords are turned into hashes. Each has a label (dt) and a value (dd).
## In Portuguese, zero has the category "one", but people say "0 solicitações": hence [0].

admin-hashing-title = Hash de senhas
admin-hashing-hint = Cada login e cada cadastro exigem o hash de uma senha. Veja como o servidor tem dado conta disso desde que foi iniciado.
admin-hashing-engine = Mecanismo
admin-hashing-cost = Custo por hash
admin-hashing-cost-value = { $memory }, { $passes ->
        [one] { $passes } passagem
       *[other] { $passes } passagens
    }, { $lanes ->
        [one] { $lanes } faixa
       *[other] { $lanes } faixas
    }
admin-hashing-workers = Executores
admin-hashing-workers-value = { $busy } de { $workers } em uso, { $memory } no total
admin-hashing-threads = Threads por hash
admin-hashing-waiting = Na fila agora
admin-hashing-waiting-value = { $count } de { $limit } lugares ocupados: { $log_ins ->
        [0] { $log_ins } logins
        [one] { $log_ins } login
       *[other] { $log_ins } logins
    }, { $sign_ups ->
        [0] { $sign_ups } novas senhas
        [one] { $sign_ups } nova senha
       *[other] { $sign_ups } novas senhas
    }
admin-hashing-wait = Espera estimada
admin-hashing-wait-value = { $wait } para um cadastro; solicitações são rejeitadas após { $limit }
admin-hashing-waits = Espera mediana
admin-hashing-waits-value = { $median }; a mais longa, { $longest } ({ $count ->
        [one] { $count } hash recente
       *[other] últimos { $count } hashes
    })
admin-hashing-no-waits = Nenhum hash ainda
admin-hashing-served = Hashes
admin-hashing-served-value = { $count }
admin-hashing-rejected = Rejeitadas
admin-hashing-rejected-value = { $count ->
        [0] { $count } solicitações, com aviso para tentar mais tarde
        [one] { $count } solicitação, com aviso para tentar mais tarde
       *[other] { $count } solicitações, com aviso para tentar mais tarde
    }
admin-hashing-abandoned = Abandonadas
admin-hashing-abandoned-value = { $count ->
        [0] { $count } solicitações, desconectadas durante a espera
        [one] { $count } solicitação, desconectada durante a espera
       *[other] { $count } solicitações, desconectadas durante a espera
    }
admin-hashing-rechecked = Conferidos
admin-hashing-rechecked-none-wrong = { $count } com o mecanismo de referência, nenhum errado
admin-hashing-rechecked-wrong-html = { $count } com o mecanismo de referência, <strong>{ $wrong ->
        [one] { $wrong } errado
       *[other] { $wrong } errados
    }</strong> (veja o log)

## Users
## The list of all users, with a search, filters and a table.

admin-users-title = Usuários
admin-users-count = { $count ->
        [one] { $count } usuário
       *[other] { $count } usuários
    }
admin-users-found = { $count ->
        [0] { $count } encontrados
        [one] { $count } encontrado
       *[other] { $count } encontrados
    }
admin-users-search = Buscar
# "Situação", because the words for it (ativa, desativada …) agree with it and with "conta".
admin-users-state = Situação
admin-users-state-all = Todas
admin-users-state-active = Ativa
admin-users-state-disabled = Desativada
admin-users-state-closed = Encerrada
admin-users-role = Função
admin-users-role-all = Todas
admin-users-role-admin = Admins
admin-users-filter = Filtrar
admin-users-clear = Limpar
admin-users-table = Usuários
admin-users-sort-by = Ordenar por
admin-users-signed-up = Cadastro
admin-users-last-log-in = Último login
admin-users-no-match = Nenhum usuário encontrado
admin-users-no-match-hint = Tente uma busca mais curta ou outra situação ou função.
admin-users-clear-filter = Limpar o filtro
admin-users-none = Ninguém se cadastrou ainda
admin-users-none-hint = As pessoas aparecem aqui assim que se cadastram.

## One user
## What an administrator sees of one person, and can do with the account.

admin-user-self = É você
admin-user-details = Detalhes
admin-user-signed-up = Cadastro
admin-user-last-log-in = Último login
admin-user-address = E-mail
admin-user-confirmed = Confirmado
admin-user-not-confirmed = Não confirmado
admin-user-id = ID do usuário
admin-user-access = Acesso
admin-user-disabled = Conta desativada
admin-user-disabled-hint = Reative a conta para que a pessoa possa entrar de novo.
admin-user-disabled-closed-hint = A própria pessoa já havia encerrado a conta. Enquanto estiver desativada, ela não será excluída. Se você a reativar, será, a menos que a pessoa entre de novo.
admin-user-enable = Reativar
admin-user-closed = Conta encerrada
admin-user-closed-hint = Encerrada pela própria pessoa. Será excluída em { $time }, a menos que ela entre de novo. Desativar a conta impede a exclusão.
admin-user-enabled = Conta ativa
admin-user-enabled-hint = Ao desativar a conta, todas as sessões são encerradas, e a pessoa não consegue entrar até você reativá-la.
admin-user-disable = Desativar
admin-user-is-admin = Administrador
admin-user-is-admin-hint = Pode ver e gerenciar todos os usuários.
admin-user-remove-admin = Remover como admin
admin-user-is-not-admin = Não é administrador
admin-user-is-not-admin-hint = Administradores podem ver e gerenciar todos os usuários.
admin-user-make-admin = Tornar admin
admin-user-locked = Conta bloqueada
admin-user-locked-hint = Houve muitas senhas incorretas. Até criar uma nova senha ou abrir o link que enviamos por e-mail, a pessoa só pode entrar em dispositivos que já usou.
admin-user-unlock-hint = Assim, a pessoa poderá entrar de novo em qualquer dispositivo, com a senha.
admin-user-unlock = Desbloquear
admin-user-log-out-everywhere = Encerrar todas as sessões
admin-user-log-out-everywhere-hint = Desconecta a pessoa de todos os dispositivos. Ela pode entrar de novo.
admin-user-sessions = Sessões
admin-user-more-sessions = { $count ->
        [one] Mostramos apenas a sessão usada mais recentemente.
       *[other] Mostramos apenas as { $count } sessões usadas mais recentemente.
    }
admin-user-no-sessions = Nenhuma sessão aberta.
admin-user-mail = E-mails
admin-user-more-mail-html = { $count ->
        [one] Mostramos apenas o e-mail mais recente.
       *[other] Mostramos apenas os { $count } e-mails mais recentes.
    } <a href="{ $url }">Ver todos os e-mails</a>
admin-user-no-mail = Nenhum e-mail recente.
admin-user-history = Histórico
admin-user-no-older-events = Nenhum evento mais antigo.
admin-user-no-events = Nenhum evento ainda.
admin-user-history-pages = Páginas do histórico

## Make an administrator
## A question, where the person's email address is not confirmed.

admin-make-admin-title = Tornar { $email } administrador?
admin-make-admin-heading = Este endereço não está confirmado
admin-make-admin-text-html = Qualquer pessoa pode se cadastrar com o endereço de outra. Ainda não sabemos se <strong dir="auto">{ $email }</strong> pertence a quem usa esta conta.
admin-make-admin-hint = Um administrador pode ver e alterar todas as contas. Antes, peça que a pessoa confirme o endereço: há um botão para isso na página da conta dela. Continue só se tiver certeza de que a conta é dela.
admin-make-admin-submit = Tornar administrador mesmo assim

## Mail
## The emails that the server has sent, or is going to send, to people.

admin-mail-title = E-mails
admin-mail-filter = Filtrar e-mails
admin-mail-all = Todos
admin-mail-waiting = Na fila
admin-mail-folder-html = Os e-mails não saem desta máquina: são gravados em <code><bdi>{ $folder }</bdi></code>. Para enviá-los, defina <code>mail.transport</code> e <code>mail.smtp_url</code>.
admin-mail-sent = Enviados
admin-mail-failed = Com falha
admin-mail-not-sent = Não enviados
admin-mail-none-older = Nenhum e-mail mais antigo
admin-mail-none-waiting = Nenhum e-mail na fila
admin-mail-none-waiting-hint = E-mails novos saem em um ou dois segundos.
admin-mail-none-failed = Nenhum e-mail com falha
admin-mail-none-failed-hint = E-mails que não podem ser enviados aparecem aqui, com o motivo.
admin-mail-none-not-sent = Nenhum e-mail cancelado
admin-mail-none-not-sent-hint = E-mails que não são mais necessários, ou com um link que não funcionaria mais, não são enviados. Eles aparecem aqui, com o motivo.
admin-mail-none = Nenhum e-mail ainda
admin-mail-none-hint = Links de confirmação, links de senha e avisos aparecem aqui por 30 dias.

## Refused requests
## Requests that concern no account and that the server refused.

admin-refusals-title = Solicitações recusadas
admin-refusals-hint = Logins com endereços desconhecidos, tentativas em excesso e solicitações vindas de páginas de outros sites. O que diz respeito a uma conta está no histórico dela.
admin-refusals-left-out = { $count ->
        [one] Nesta hora, mais { $count } não aparece na lista, para que ninguém consiga encher o disco. Aqui ela é só contada; o log tem uma linha sobre ela.
       *[other] Nesta hora, mais { $count } não aparecem na lista, para que ninguém consiga encher o disco. Aqui elas são só contadas; o log tem uma linha sobre cada uma.
    }
admin-refusals-none-older = Nenhuma solicitação mais antiga.
admin-refusals-none = Nenhuma solicitação recusada ainda.

## Parts: what is said of a user
## Badges and short words beside an address, and in the list of users.

user-state-active = Ativa
user-state-disabled = Desativada
user-state-closed = Encerrada
user-state-locked = Bloqueada
user-state-unconfirmed = Não confirmada
user-role-admin = Admin
user-role-member = Membro

## Parts: what happened
## A table, on the pages of one user, of refused requests and of one's own activity. On narrow screens "By" and "From"
## are labels before the value.

event-table-when = Quando
event-table-event = Evento
event-table-by = Quem
event-table-from = Origem
event-table-device-and-address-html = <bdi>{ $device }</bdi>, <bdi>{ $address }</bdi>
event-table-not-recorded = Não registrada

## Parts: emails
## A list, on the page of all mail and on the page of one user.

mail-list-state-waiting = Na fila
mail-list-state-sent = Enviado
mail-list-state-written = Gravado em arquivo
mail-list-state-failed = Com falha
mail-list-state-not-sent = Não enviado
mail-list-to-html = Para <bdi>{ $email }</bdi>
mail-list-to-user-html = Para <a href="{ $url }"><bdi>{ $email }</bdi></a>
mail-list-created = Criado em
mail-list-sent = Enviado em
mail-list-written = Gravado em
mail-list-failed = Falhou em
mail-list-withdrawn = Cancelado em
mail-list-next-attempt = Próxima tentativa em
mail-list-not-sent-reason = Não enviado: { $reason }
mail-list-sending-again-html = Reenviando. Último erro: <bdi>{ $error }</bdi>
mail-list-attempts-html = { $count ->
        [one] { $count } tentativa.
       *[other] { $count } tentativas.
    } Último erro: <bdi>{ $error }</bdi>
mail-list-retry = Tentar de novo
mail-list-retry-which = (“{ $mail }” para { $email })

## Parts: sessions
## Where somebody is logged in: a list on the account page and on the page of one user.

session-list-program = Programa
session-list-this-device = Este dispositivo
session-list-logged-in = Login em
session-list-last-used = Último uso em
session-list-end = Encerrar sessão
session-list-end-which = ({ $device }, { $address }, último uso em { $time })

## API reference
## The frame of the page for developers at /docs. The descriptions between these words are always in English.

reference-title = API
reference-version = Versão { $version }
reference-machine-html = Para programas: <a href="{ $url }">openapi.json</a> (OpenAPI 3.1).
reference-contents = Conteúdo
reference-needs-token = Requer token
reference-parameters = Parâmetros
reference-body = Corpo da solicitação
reference-body-as-html = <a href="{ $url }">{ $schema }</a> como <code>{ $content_type }</code>
reference-responses = Respostas
reference-samples = Exemplos
reference-copy = Copiar o exemplo para { $language }
reference-copied = Copiado
reference-headers = Cabeçalhos:
reference-schemas = Esquemas
reference-example = Exemplo
reference-list-of = lista de { $item }
reference-object-of = objeto de { $item }
reference-all-of = todos os campos de { $schema }
reference-or = ou
reference-minimum = no mínimo { $minimum }
reference-maximum = no máximo { $maximum }
reference-minimum-length = { $count ->
        [one] no mínimo { $count } caractere
       *[other] no mínimo { $count } caracteres
    }
reference-maximum-length = { $count ->
        [one] no máximo { $count } caractere
       *[other] no máximo { $count } caracteres
    }
reference-default = padrão { $value }
reference-optional = opcional
