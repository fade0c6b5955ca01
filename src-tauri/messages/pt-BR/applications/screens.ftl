# Screens of accounts that have applications and count minutes. Each replaces the sentence of its key.

account-delay-minutes = { $count ->
    [0] nenhum: um dia é liquidado no dia seguinte, na hora do provedor
    [1] um minuto após a hora do provedor
   *[other] { $shown } minutos após a hora do provedor
  }
verdict-package-exhausted = { $package } se esgotou. Os próximos minutos de { $service } são cobrados como excedente.
verdict-package-ends = { $package } termina em { $at }. Depois disso, { $service } é suspensa.
verdict-quota-runs-out = Com consumo igual ao das últimas semanas, { $package } se esgota em { $at }, no mínimo. Depois disso, { $service } é suspensa ou seus minutos viram excedente.
verdict-no-money = Não há mais dinheiro. O próximo minuto excedente deixa a conta em débito.
timeline-caption = { $count ->
    [0] Só liquidações diárias pela frente.
    [1] Um evento pela frente, no horário do provedor.
   *[other] { $shown } eventos pela frente, no horário do provedor.
  }
notice-package-exhausted = { $package } se esgotou. A aplicação dele é suspensa, a menos que o excedente esteja ligado.
notice-package-expired = { $package } terminou. O que restava expirou, e a aplicação dele está suspensa.

usage-verdict = Minutos hoje até agora: { $today }.
usage-verdict-usual = Minutos hoje até agora: { $today }; em um dia comum, { $usual }.
usage-verdict-span = { $count ->
    [1] Um minuto, { $span }.
   *[other] { $shown } minutos, { $span }.
  }
usage-paid = No período abaixo, minutos pagos por pacotes: { $packages }; excedentes: { $billed }, por { $charged } ao todo.
usage-paid-one-by-one = No período abaixo, minutos excedentes: { $billed }, por { $charged } ao todo.
usage-paid-by-packages = No período abaixo, os pacotes pagaram todos os minutos: { $packages }.
usage-none-in-span = Nenhum minuto neste período.
usage-empty-proof = Traga a presença em CSV ou JSON lines: solte um arquivo na janela, ou pressione i.
pay-per-use-note = cobrado por minuto
failed-note = registros com falha: { $calls }, sem custo
failed-none-note = liquidado no dia seguinte
usage-per-hour = Minutos por hora
usage-per-day = Minutos por dia
usage-per-month = Minutos por mês
usage-rows = Por aplicação
stacked-by-region = Por aplicação
undo-import-what = A presença de { $label } é retirada por inteiro.
undo-import-confirm = Retirar a presença

packages-verdict = { $count ->
    [1] Minutos restantes: { $left }, em um pacote. { $sku } termina em { $at }.
   *[other] Minutos restantes: { $left }, em { $shown } pacotes. O próximo a terminar é { $sku }, em { $at }.
  }
packages-verdict-none = Nenhum pacote tem minutos restantes.
packages-empty-proof = Um pacote é a licença para funcionar: uma aplicação sem pacote fica suspensa.
order-hint = É o { $order }º a pagar em sua aplicação
lapsed = { $count ->
    [1] um minuto expirou
   *[other] { $shown } minutos expiraram
  }
ladder-title = O que paga o próximo minuto
price-of-next-call = Preço de um minuto excedente
ladder-nothing = Nada: novas aulas são recusadas.
burn-down = Minutos restantes ao longo do tempo

ability-enabling = Criar e ativar aplicações
ability-disabling = Desativar aplicações
everything-prevents-release = Aplicações e pacotes não são excluídos.
rung-may-enable-again = Aplicações podem ser criadas de novo.
rail-of-level = Em escala, no horário do provedor.

outcome-off-nothing = Nada está previsto após o fim, em { $end }: a aplicação é suspensa nesse momento.
renewals-none-proof = Um pacote comprado aparece aqui com a data do fim.
renewals-assumes = Calculado com o dinheiro que há agora: o consumo em aberto é liquidado antes; minutos e pagamentos futuros não entram na conta.
follows-nothing = Suspensão
option-pay-per-use = Deixar terminar
option-nothing-what = Depois de { $at }, a aplicação é suspensa. Nada precisa ser feito.
option-lately = { $count ->
    [0] Ninguém participou nos últimos 30 dias.
    [1] O único minuto dos últimos 30 dias teria custado { $cost }.
   *[other] Os { $shown } minutos dos últimos 30 dias teriam custado { $cost }.
  }
option-lapses = { $count ->
    [0] Nenhum minuto pago expiraria.
    [1] Resta um minuto pago; sem uso, ele expira nesse momento.
   *[other] Restam { $shown } minutos pagos; sem uso, eles expiram nesse momento.
  }
option-end = Parar agora
option-end-what = Desative a aplicação: as aulas dela passam a ser recusadas e não custam nada. O efeito é imediato, por isso use antes os minutos pagos.

reason-no-package = Não havia pacote, e o excedente estava ligado.
reason-package-not-started = A aula veio antes de o pacote entrar em vigor.
prevent-no-package = Compre um pacote, ou desative a aplicação onde os minutos não devem ter custo.
prevent-package-not-started = Compre antes de a aula começar.

unexpected-caption = Todos os minutos excedentes do período { $span }, conforme o motivo de nenhum pacote ter pago. Um minuto com vários motivos conta uma vez.
unexpected-none = Nenhum minuto deste período foi excedente.
unexpected-offer = { $count ->
    [1] { $sku } teria pago: traz um minuto por { $price }.
   *[other] { $sku } teria pago: traz { $shown } minutos por { $price }.
  }
unexpected-buy = Comprar para { $region }

at-end-pay-per-use = Excedente
at-end-disable = Aplicação desativada
at-end-confirm-pay-per-use = Passar { $sku } a excedente
at-end-confirm-disable = Desativar a aplicação quando { $sku } terminar
at-end-disabled = A aplicação será desativada quando { $sku } terminar, em { $at }.
outcome-off-disabled = A aplicação é desativada no fim, em { $end }: nada é cobrado depois.
follows-disabled = Desativada
option-disable-what = Em { $at }, a aplicação é desativada automaticamente, a menos que outro pacote pague seus minutos.
voucher-usage = excedente

lines-by-resource = Aplicação
lines-by-set-tags = Definir a tag de uma aplicação em Pacotes

cost-mode-pay-per-use = excedente
cost-by-region = Aplicação
cost-findings-overlap = Os achados podem tratar dos mesmos minutos: seus valores não se somam.
cost-looked-at = Examinado: minutos excedentes desde { $since }: { $calls }, cobrados { $charged }. Períodos de pacotes terminados em um ano: { $terms }.
effort-callers = mudar onde as aulas acontecem
finding-outside-hours = Minutos de { $place } foram excedentes em horas em que { $package } não paga.
finding-package-expired = Minutos de { $place } foram excedentes depois do fim de { $package }, e nada está em vigor.
finding-package-not-started = Minutos de { $place } foram excedentes antes de { $package } entrar em vigor.
