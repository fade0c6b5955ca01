# Todas as contas, pelo tempo até o problema: um número só para todos os provedores.

screen-accounts = Contas
time-to-harm = Tempo até o problema
accounts-first = Primeiro: { $name }, { $at }: { $what }
accounts-first-now = Primeiro: { $name } – { $what }
accounts-calm = Nada dá errado em nenhuma conta nos próximos 30 dias.
accounts-unforeseen = { $count ->
    [1] De uma conta se conhece consumo de menos para uma previsão.
   *[other] De { $shown } contas se conhece consumo de menos para uma previsão.
  }
accounts-open = Abrir { $name }
accounts-open-now = Aberta
accounts-table = Todas as contas
accounts-only = Esta é a única conta nestes livros.
accounts-sum-sample = Disponível agora, dados de exemplo
accounts-sum-note = { $count ->
    [1] { $currency }, uma conta
   *[other] { $currency }, { $shown } contas
  }
accounts-now = agora
accounts-left = { $count ->
    [0] nenhum
    [1] restam { $left } em um
   *[other] restam { $left } em { $shown }
  }
accounts-contract = Contrato e regras
accounts-contract-of = Contrato e regras de { $name }
column-next-harm = O que dá errado primeiro
column-packages-left = Pacotes
column-usage-known = Consumo até
account-with-harm = { $name } – { $harm }
account-sample = { $name } (dados de exemplo)

harm-nothing = nada nos próximos 30 dias
harm-arrears = { $amount } em débito, e o prazo para pagar acaba
harm-frozen = congelada: { $amount } em débito, e a retenção acaba
harm-suspended = { $amount } em débito: tudo está suspenso, e a retenção acaba
harm-release-pending = os recursos da conta serão excluídos, a menos que você pague { $amount }
harm-released = recursos excluídos; o débito de { $amount } continua devido
harm-overdrawn = começa o débito: faltam { $amount }
harm-no-money = não resta dinheiro nem pacote
harm-no-application = ainda sem aplicação
harm-application-quota = { $service } está suspensa: os pacotes se esgotaram
harm-application-expired = { $service } está suspensa: não tem pacote
harm-package-exhausted = { $package } se esgotou
harm-renewal-fails = a renovação de { $package } vai falhar: faltam { $amount }
harm-renewal-not-sold = a renovação de { $package } vai falhar: não é mais vendido
harm-package-ends = { $package } termina com cota restante
harm-money-spent = o dinheiro pode acabar
harm-renewal-would-fail = a renovação de { $package } pode falhar: faltam até { $amount }
harm-quota-runs-out = { $package } pode se esgotar

do-rename = Renomear
rename-open = Renomear { $name }
rename-title = Renomear { $name }?
rename-hint = Só o nome: o que foi registrado fica como está.
rename-confirm = Renomear para { $name }
rename-done = { $before } agora se chama { $name }.
