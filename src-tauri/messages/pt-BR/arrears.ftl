# Arrears: how far they have come, what still works, what a payment buys.

verdict-arrears = Há { $amount } em débito. Compras e renovações são recusadas até o pagamento; todo o resto funciona até { $at }.
verdict-frozen = O pagamento por uso é recusado; os pacotes continuam pagando. Pague { $amount } até { $at }; sem isso, os recursos da conta serão excluídos.
verdict-suspended = Tudo está suspenso. Pague { $amount } até { $at }; depois disso, a primeira rotina diária exclui os recursos da conta.
verdict-release-pending = O período de retenção acabou. Os recursos da conta serão excluídos em { $at }, a menos que você pague { $amount } antes.
verdict-released = Os recursos da conta foram excluídos em { $at }. O que ela tinha se perdeu; o débito de { $amount } continua devido.
verdict-arrears-everything = Há { $amount } em débito. Compras, renovações e novas aulas são recusadas até o pagamento. A partir de { $at }, tudo é interrompido, mesmo com cota de pacote restante.

rail-title = Do normal à exclusão
rail-of-level = Em escala, no horário do provedor, para o nível { $level }.
rail-twin-over = { $stage }: fase encerrada, começou em { $at }
rail-twin-now = { $stage }: agora, desde { $at }
rail-twin-ahead = { $stage }: começa em { $at }
rail-twin-normal = { $stage }: nada em débito
stage-normal = Normal
stage-grace = Carência
stage-frozen = Congelamento
stage-suspended = Suspensão
stage-release-pending = Exclusão pendente
stage-released = Exclusão

still-works = Ainda funciona
has-stopped = Interrompido
everything-stops = Tudo, mesmo com cota de pacote restante
ability-pay-per-use = Pagamento por uso
ability-packages = O que os pacotes pagam
ability-running-classes = Aulas já em andamento
ability-new-classes = Novas aulas
ability-recordings = Arquivos gravados
ability-enabling = Ativar serviços
ability-buying = Comprar e renovar, inclusive a renovação automática
ability-topping-up = Recarregar
ability-disabling = Desativar serviços
ability-giving-back = Devolver pacotes
grace-goes-on = O que é consumido continua sendo cobrado e aumenta o débito.
accrues = Consumido desde então e não liquidado: { $amount }

rungs = O que cada pagamento garante
rung-avoids-arrears = A próxima liquidação é paga por inteiro: nenhum débito começa.
rung-keeps-running = O pagamento por uso continua: a conta não congela.
everything-keeps-running = Tudo continua: nada é suspenso.
rung-runs-again = O pagamento por uso volta na hora.
everything-runs-again = Tudo volta na hora, exceto o que está parado por outra causa.
rung-prevents-release = Os serviços não são excluídos.
everything-prevents-release = Serviços e pacotes não são excluídos.
rung-may-enable-again = Os serviços podem ser ativados de novo.
rung-covers-usage = Cobre também o consumo feito desde então, para não começar um novo débito.
rung-at-any-time = a qualquer momento
pay = Pagar { $amount }
pay-by = Pagar { $amount } até { $at }

what-would-happen = Se uma liquidação não puder ser paga
what-would-happen-next = Como seria se a próxima liquidação, { $at }, não pudesse ser paga por inteiro.
what-would-happen-short = Falta dinheiro para a liquidação de { $at }.
would-begin = Começa
would-stop = É interrompido
would-stop-all = Tudo, mesmo com cota de pacote restante

save-deadlines = Salvar estes prazos como calendário
calendar-name = Prazos de { $account }
calendar-pay = { $account }: pagar { $amount }
calendar-begins = { $account }: começa a fase { $stage }
calendar-ahead = Ainda não há débito: falta dinheiro para a próxima liquidação.
calendar-as-of = Posição de { $at }; o consumo feito desde então se soma a isso.
calendar-nothing = Não há mais nenhum prazo pela frente.
calendar-saved = { $count ->
    [1] Um prazo foi salvo em { $file }.
   *[other] { $shown } prazos foram salvos em { $file }.
  }
