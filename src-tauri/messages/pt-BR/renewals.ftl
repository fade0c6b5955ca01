# Renewing by hand and by itself: what it adds, what it takes, when it is tried.

renew-title = Renovar { $sku }
do-renew = Renovar
renew-now = Renovar { $sku }
renew-terms = Ciclos
renew-terms-hint = Cada um começa onde o anterior termina, com sua própria cota cheia.
renew-terms-count = { $count ->
    [1] um ciclo
   *[other] { $shown } ciclos
  }
renew-end = Termina
renew-end-hint = Em um dia do mês à sua escolha, os dias além do ciclo custam à parte.
renew-end-with-term = Com o ciclo
renew-end-on-day = Em um dia do mês
renew-end-day = Dia do mês
renew-extra-days = Disso, por dias extras
renew-adds = O que acrescenta
renew-term-calls = { $count ->
    [1] Uma chamada
   *[other] { $shown } chamadas
  }
renew-late = Conta a partir do fim original, { $end }: { $passed ->
    [0] nenhum dia do novo ciclo passou
    [1] um dia do novo ciclo já passou
   *[other] { $passed } dias do novo ciclo já passaram
  }, { $left ->
    [0] nenhum dia resta.
    [1] resta um dia.
   *[other] restam { $left } dias.
  }
renew-paid-until = Pago até
renew-changes = O que muda
renew-warnings = Avisos do fim
renew-attempts = Tentativas automáticas
from-then = a partir de { $at }
none-ahead = nada pela frente
does-not-renew-itself = Não tem renovação automática.
renew-final = Um pacote renovado não pode ser devolvido.
renew-confirm = Renovar { $sku } por { $price }
renewed = { $sku } renovado por { $price }: pago até { $until }. Disponível agora: { $spendable }.
renews-itself = Renovação automática
renews-itself-off = não
renews-itself-at = tentativa em { $at }
renews-itself-no-attempt = nenhuma tentativa restante

auto-renew-title = O que acontece com { $sku } ao terminar
do-auto-renew = Ao terminar
auto-renew-set = Ao terminar
at-end-renew = Renovação automática
at-end-pay-per-use = Pagamento por uso
at-end-suspend = Suspensão
at-end-disable = Serviço desativado
auto-renew-first = Primeira tentativa, dias antes do fim
auto-renew-first-hint = Depois, todos os dias até o dia do fim, até uma dar certo.
auto-renew-attempts = Quando é tentada
attempt-days-left = { $count ->
    [0] no dia do fim
    [1] um dia antes
   *[other] { $shown } dias antes
  }
attempt-days-after = { $count ->
    [1] um dia depois
   *[other] { $shown } dias depois
  }
auto-renew-comes-to = Com o dinheiro que há agora
auto-renew-assumes = O consumo em aberto é liquidado antes; chamadas a partir de agora e pagamentos futuros não entram na conta.
auto-renew-confirm-on = Renovar { $sku } automaticamente
auto-renew-confirm-days = Fazer a primeira tentativa { $days } dias antes
at-end-confirm-pay-per-use = Passar { $sku } a pagamento por uso
at-end-confirm-suspend = Deixar { $sku } terminar
at-end-confirm-disable = Desativar o serviço quando { $sku } terminar
auto-renew-unchanged = Nada mudou
auto-renew-switched-on = { $sku } tem renovação automática: tentativa em { $at }.
auto-renew-switched-off = { $sku } não tem renovação automática. Termina em { $at }.
at-end-disabled = O serviço será desativado quando { $sku } terminar, em { $at }.

outcome-covered = A primeira tentativa dá certo: { $price } em { $at }.
outcome-short = Todas as tentativas falham: faltam { $short } para o preço de { $price }. A primeira é em { $at }, a última em { $last }.
outcome-in-arrears = Todas as tentativas falham enquanto houver { $short } em débito. A última é em { $last }.
outcome-not-sold = Todas as tentativas falham: a oferta não é mais vendida.
outcome-refused = Todas as tentativas falham. A primeira é em { $at }.
outcome-no-attempt = Não resta nenhuma tentativa antes do fim, em { $end }. Renove manualmente.
outcome-off-pay-per-use = Nada está previsto após o fim, em { $end }: dali em diante as chamadas são pagas uma a uma.
outcome-off-disabled = O serviço é desativado no fim, em { $end }, a menos que outro pacote pague suas chamadas: nada é cobrado depois.
outcome-off-nothing = Nada está previsto após o fim, em { $end }: o serviço é interrompido nesse momento.

renewals-none = Nenhum pacote pode ser renovado.
renewals-none-proof = As chamadas bem-sucedidas são pagas uma a uma. Um pacote comprado aparece aqui com a data do fim.
renewals-ended = Todos os pacotes já terminaram. Os da lista ainda podem ser renovados.
renewals-fails = A renovação de { $package } vai falhar em { $at }: faltam { $amount }.
renewals-fails-otherwise = A renovação de { $package } não vai dar certo antes do fim, em { $at }.
renewals-covered = Todas as renovações automáticas estão cobertas até { $at }.
renewals-manual = Nenhum pacote tem renovação automática. O próximo a terminar é { $package }, em { $at }.
renewals-assumes = Calculado com o dinheiro que há agora: o consumo em aberto é liquidado antes; chamadas e pagamentos futuros não entram na conta.
taken-soon = Cobrado em 30 dias
taken-soon-note = por renovações automáticas
renewing-themselves = Com renovação automática
renewing-themselves-note = { $count ->
    [1] de um que pode ser renovado
   *[other] de { $shown } que podem ser renovados
  }
renewals-calendar = O que vem pela frente
renewals-calendar-caption = { $count ->
    [0] Nada pela frente.
    [1] Um evento pela frente, no horário do provedor.
   *[other] { $shown } eventos pela frente, no horário do provedor.
  }
renewals-rows = Pacotes que podem ser renovados
follows-renews = Renovação automática
follows-pay-per-use = Pagamento por uso
follows-nothing = Serviço interrompido
follows-disabled = Serviço desativado
succeeds = Coberta
short-by = Faltam { $amount }
will-fail = Falha
not-asked = –
renewable-until = renovável até { $at }
options-title = O que pode ser feito
set-now = como está agora
option-renew = Renovar agora
option-renew-what = { $price } agora, pelo próximo ciclo com a cota cheia.
option-renew-not-sold = Não é mais vendido.
option-auto = Renovar automaticamente
option-auto-what = { $price } por ciclo, na hora do provedor, uma vez por ciclo.
option-pay-per-use = Passar a pagamento por uso
option-pay-per-use-what = Depois de { $at }, as chamadas são pagas uma a uma. Nada precisa ser feito.
option-nothing-what = Depois de { $at }, o serviço é interrompido. Nada precisa ser feito.
option-lately = { $count ->
    [0] Nenhuma chamada foi feita nos últimos 30 dias.
    [1] A única chamada dos últimos 30 dias teria custado { $cost }.
   *[other] As { $shown } chamadas dos últimos 30 dias teriam custado { $cost }.
  }
option-lapses = { $count ->
    [0] Nenhuma chamada paga expiraria.
    [1] Resta uma chamada paga; sem uso, ela expira nesse momento.
   *[other] Restam { $shown } chamadas pagas; sem uso, elas expiram nesse momento.
  }
option-end = Deixar terminar e parar
option-end-what = Desative o serviço agora: as chamadas passam a ser recusadas e não custam nada.
option-disable-what = Em { $at }, o serviço é desativado automaticamente, a menos que outro pacote pague suas chamadas. A partir daí, as chamadas são recusadas e não custam nada.
disable-at-end = Desativar ao terminar
option-align = Renovar e alinhar a data
option-align-what = O próximo período termina no seu dia padrão do mês; os dias além do período são pagos por dia.
option-align-do = Renovar { $sku } e alinhar
