### Mails: templates/mail. The plain text and the HTML of a mail share their messages.

## Every mail

mail-help = Precisa de ajuda?
mail-copy-link = O botão não funciona? Copie este link e cole no navegador:
mail-action-line = { $label }:
mail-fact-line = { $label }: { $value }
mail-fact-account = Conta
mail-fact-old-email = E-mail antigo
mail-fact-new-email = Novo e-mail
mail-fact-when = Quando
mail-fact-device = Dispositivo
mail-fact-address = Endereço IP
mail-link-life = O link funciona uma única vez e expira em { $life }.
mail-set-password = Criar nova senha
mail-last-attempt = A última tentativa:

## Mail: confirm the address of a new account

mail-email-verification-subject = Confirme o e-mail da sua conta { $site }
mail-email-verification-preheader = Só um passo rápido, e está tudo pronto.
mail-email-verification-heading = Confirme seu e-mail
mail-email-verification-intro = Boas-vindas à sua conta { $site }! Confirme que { $email } é o seu e-mail.
mail-email-verification-intro-html = Boas-vindas à sua conta { $site }! Confirme que <strong dir="auto">{ $email }</strong> é o seu e-mail.
mail-email-verification-button = Confirmar e-mail
mail-email-verification-not-you = Não fez esse cadastro? Você pode ignorar este e-mail: sem o link, o endereço não será confirmado.

## Mail: finish signing up, where the account is created only by the link

mail-sign-up-confirmation-subject = Conclua seu cadastro em { $site }
mail-sign-up-confirmation-preheader = Só falta um passo: criar sua conta.
mail-sign-up-confirmation-heading = Conclua seu cadastro
mail-sign-up-confirmation-intro = Agradecemos seu cadastro em { $site } com { $email }. Só falta um passo: criar sua conta.
mail-sign-up-confirmation-intro-html = Agradecemos seu cadastro em { $site } com <strong dir="auto">{ $email }</strong>. Só falta um passo: criar sua conta.
mail-sign-up-confirmation-button = Criar minha conta
mail-sign-up-confirmation-next = Depois, entre com a senha que você escolheu.
mail-sign-up-confirmation-not-you = Não fez esse cadastro? Ignore este e-mail e não abra o link: sem ele, nenhuma conta é criada.

## Mail: the address of a sign-up, or of a change of address, already has an account

mail-already-registered-subject = Você já tem uma conta em { $site }
mail-already-registered-preheader = Entre ou, se esqueceu a senha, crie uma nova.
mail-already-registered-heading = Você já tem uma conta
mail-already-registered-intro = Alguém, provavelmente você, tentou usar este e-mail para uma conta em { $site }. Você já tem uma.
mail-already-registered-forgotten = Esqueceu a senha? Você pode criar uma nova.
mail-already-registered-not-you = Se não foi você, não é preciso fazer nada. Nada mudou, e essa pessoa não ficou sabendo que você tem uma conta.

## Mail: set a new password

mail-password-reset-subject = Crie uma nova senha para sua conta { $site }
mail-password-reset-preheader = Abra o link para escolher uma nova senha.
mail-password-reset-heading = Crie uma nova senha
mail-password-reset-intro = Recebemos um pedido para criar uma nova senha para sua conta { $site }.
mail-password-reset-not-you = Não fez esse pedido? Você pode ignorar este e-mail: sua senha continua a mesma.

## Mail to a new address: confirm it

mail-email-change-subject = Confirme o novo e-mail da sua conta { $site }
mail-email-change-preheader = Seu e-mail muda assim que você confirmar.
mail-email-change-heading = Confirme seu novo e-mail
mail-email-change-intro = Você pediu para usar { $email } na sua conta { $site }. Confirme que esse endereço é seu.
mail-email-change-intro-html = Você pediu para usar <strong dir="auto">{ $email }</strong> na sua conta { $site }. Confirme que esse endereço é seu.
mail-email-change-button = Usar este e-mail
mail-email-change-until-then = Até você confirmar, o endereço antigo continua valendo.
mail-email-change-not-you = Não fez esse pedido? Você pode ignorar este e-mail: sem o link, nada muda.

## Mail to the old address: the address was changed

mail-email-changed-subject = O e-mail da sua conta { $site } foi alterado
mail-email-changed-preheader = Se foi você, não é preciso fazer nada.
mail-email-changed-heading = Seu e-mail foi alterado
mail-email-changed-intro = O e-mail da sua conta { $site } foi alterado.
mail-email-changed-unconfirmed = A conta { $site } que tinha este e-mail agora usa outro.
mail-email-changed-not-you = Se foi você, não é preciso fazer nada. Se não foi, você pode desfazer a alteração.
mail-email-changed-undo = Desfazer alteração
mail-email-changed-effect = Seu endereço antigo volta a valer, todos os dispositivos são desconectados e a conta fica bloqueada até você criar uma nova senha. Enviaremos um link para isso por e-mail. Você pode desfazer a alteração até { $time }.
mail-email-changed-too-late = Se foi você, não é preciso fazer nada. Se não foi, peça ajuda à equipe de { $site }: a alteração podia ser desfeita por um link até { $time }.
mail-email-changed-nothing-to-do = Se foi você, não é preciso fazer nada.

## Mail: the password was changed

mail-password-changed-subject = A senha da sua conta { $site } foi alterada
mail-password-changed-preheader = Se não foi você, crie uma nova senha agora.
mail-password-changed-heading = Sua senha foi alterada
mail-password-changed-intro = A senha da sua conta { $site } foi alterada, e todos os outros dispositivos foram desconectados.
mail-password-changed-not-you = Se foi você, não é preciso fazer nada. Se não foi, crie uma nova senha agora.

## Mail: a log-in from a browser or a network that the account does not know

mail-new-device-subject = Novo login na sua conta { $site }
mail-new-device-preheader = Foi você?
mail-new-device-heading = Novo login
mail-new-device-intro = Alguém entrou na sua conta { $site } usando um navegador ou uma rede que ainda não conhecíamos.
mail-new-device-not-you = Se foi você, não é preciso fazer nada. Se não foi, essa pessoa sabe sua senha: crie uma nova agora, e ela será desconectada.

## Mail: the owner has closed the account

mail-account-closed-subject = Sua conta { $site } foi encerrada
mail-account-closed-preheader = Mudou de ideia? Ainda dá para manter sua conta.
mail-account-closed-heading = Sua conta foi encerrada
mail-account-closed-intro = Sua conta { $site } foi encerrada e será excluída depois de { $time }.
mail-account-closed-keep = Mudou de ideia ou não foi você? Entre antes disso para manter sua conta.

## Mail: too many wrong passwords have locked the account

mail-account-locked-subject = Muitas senhas incorretas na sua conta { $site }
mail-account-locked-preheader = Bloqueamos sua conta. Veja como desbloquear.
mail-account-locked-heading = Muitas senhas incorretas
mail-account-locked-intro = Alguém digitou muitas senhas incorretas na sua conta { $site }, por isso bloqueamos a conta. Até o desbloqueio, você só pode entrar em dispositivos que já usou.
mail-account-locked-strong = Se sua senha é forte, você pode desbloquear a conta.
mail-account-locked-button = Desbloquear minha conta
mail-account-locked-reset = Criar uma nova senha também desbloqueia sua conta.

## Mail: too many wrong passwords in a session, which has ended

mail-session-ended-subject = Sua sessão em { $site } foi encerrada após muitas senhas incorretas
mail-session-ended-preheader = Se não foi você, crie uma nova senha agora.
mail-session-ended-heading = Sua sessão foi encerrada
mail-session-ended-intro = Alguém digitou uma senha incorreta dez vezes em um navegador conectado à sua conta { $site }, por isso encerramos a sessão nesse navegador.
mail-session-ended-not-you = Se foi você, é só entrar de novo. Se não foi, outra pessoa estava usando um navegador conectado à sua conta: crie uma nova senha agora, e todos os dispositivos serão desconectados.

## Mail: the recipient is an administrator now

mail-admin-granted-subject = Agora você tem acesso de administrador em { $site }
mail-admin-granted-preheader = Você pode ver e gerenciar todas as contas.
mail-admin-granted-heading = Agora você tem acesso de administrador
mail-admin-granted-intro = Agora você tem acesso de administrador em { $site }: pode ver e gerenciar todas as contas. Suas sessões anteriores foram encerradas, então talvez seja preciso entrar de novo.
mail-admin-granted-unexpected = Se você não esperava por isso, fale com a equipe de { $site }. Se houver chance de outra pessoa saber sua senha, crie uma nova: com sua conta, ela poderia prejudicar as contas de todos.

## Mail: the recipient is no longer an administrator

mail-admin-revoked-subject = Você não tem mais acesso de administrador em { $site }
mail-admin-revoked-preheader = Você ainda pode usar sua conta.
mail-admin-revoked-heading = Você não tem mais acesso de administrador
mail-admin-revoked-intro = Você não tem mais acesso de administrador em { $site }. Ainda pode usar sua conta, mas não as páginas de administração.
mail-admin-revoked-unexpected = Se você não esperava por isso, fale com a equipe de { $site }.

## Mail: an administrator has disabled the account

mail-account-disabled-subject = Sua conta { $site } foi desativada
mail-account-disabled-preheader = Não é possível entrar até ela ser reativada.
mail-account-disabled-heading = Sua conta foi desativada
mail-account-disabled-intro = Sua conta { $site } foi desativada. Todas as suas sessões foram encerradas, inclusive as de aplicativos, e não é possível entrar até a conta ser reativada. Nada foi excluído.
mail-account-disabled-unexpected = Se você não esperava por isso, fale com a equipe de { $site }. Talvez a equipe tenha percebido que outra pessoa estava usando sua conta.

## Mail: an administrator has enabled the account again

mail-account-enabled-subject = Sua conta { $site } foi reativada
mail-account-enabled-preheader = Você já pode entrar de novo.
mail-account-enabled-heading = Sua conta foi reativada
mail-account-enabled-intro = Sua conta { $site } foi reativada. Sua senha não mudou, mas será preciso entrar de novo.
mail-account-enabled-unexpected = Se você não esperava por isso, ou se a conta foi desativada porque outra pessoa a estava usando, crie uma nova senha antes.

## Mail: a test, sent by "frontdesk mail test"

mail-test-subject = E-mail de teste de { $site }
mail-test-preheader = Não é preciso fazer nada.
mail-test-heading = Funciona!
mail-test-intro = Os e-mails de { $site } chegam a { $email }. Não é preciso fazer nada.
mail-test-intro-html = Os e-mails de { $site } chegam a <strong dir="auto">{ $email }</strong>. Não é preciso fazer nada.
