# Alerts: what was told, the rules, and their sheet.

screen-alerts = Alertas
alerts-open = { $count ->
    [1] Um aviso continua em aberto.
   *[other] { $shown } avisos continuam em aberto.
  }
alerts-quiet = Nenhum aviso espera por você.
alerts-none = Nenhum alerta definido, e nada exige sua atenção.
key-alert = Definir um alerta
set-balance-alert = Definir um alerta de saldo

inbox = Avisos
inbox-none = Nenhum aviso até agora.
inbox-none-detail = Alertas, débitos, prazos e o fim e a renovação de pacotes são avisados aqui, uma vez por ocorrência.
inbox-more = Mensagens mais antigas não são mostradas.
episode-open = Em aberto
episode-acknowledged = Reconhecido
episode-snoozed = Adiado
episode-resolved = Encerrado
episode-crossed = Desde
episode-told = { $count ->
    [1] avisado uma vez
   *[other] avisado { $shown } vezes
  }
episode-again = novo aviso em
episode-messages = { $count ->
    [1] A mensagem
   *[other] Todas as { $shown } mensagens
  }
told-found = Notado só quando o programa foi reaberto, { $after } depois.
told-usage = Consumo conhecido até { $at }.
acknowledge-balance-alert = Reconhecer o alerta de saldo
alert-acknowledged = Reconhecido. Não haverá novo aviso até o patamar ser cruzado outra vez.
snooze-for = { $count ->
    [1] Adiar por { $shown } dia
   *[other] Adiar por { $shown } dias
}
snooze-end = Encerrar o adiamento
snooze-until = Nenhum aviso até
snooze-done = O alerta de saldo foi adiado até { $at }. Prazos e atrasos são avisados mesmo assim.
snooze-ended = O alerta de saldo pode avisar de novo.
measured-spendable = Disponível: { $value }, abaixo do patamar de { $threshold }.
measured-recovered = Disponível: { $value }, igual ou acima do patamar de { $threshold }.
measured-quota = Restante: { $left } de { $quota }; o patamar é { $percent }.
measured-left = Restante: { $left } de { $quota }.
measured-owed = Em débito: { $owed }.

alert-rules = Regras
rule-balance = Avisar quando o crédito disponível cair abaixo de { $amount }.
rule-blank-amount = um valor
rule-package = Avisar quando um pacote de { $name } tiver { $share } ou menos da cota por usar.
rule-blank-percent = uma parcela
rule-unasked = Este provedor avisa por conta própria quando o uso de um pacote chega a { $percents }.
rule-off = Desligado
rule-armed = Armado
rule-fired = Disparado
rule-acknowledged = Reconhecido
rule-snoozed = Adiado
rule-value = Crédito disponível
rule-age = consumo conhecido até { $age }
rule-below-since = Abaixo do patamar desde
rule-no-package = Nenhum pacote em vigor.
rule-of-quota = por usar, { $percent } da cota
rule-fired-at = avisado em
rules-cadence = O alerta de saldo avisa na hora, após 24 e 72 horas e depois a cada 7 dias, até ser encerrado ou reconhecido. O alerta de pacote avisa uma vez a cada cruzamento do patamar. Pacote esgotado é sempre avisado. Enquanto o alerta de saldo está adiado, só ele se cala: prazos, atrasos e pacotes são avisados mesmo assim.

alert-balance = Alerta de saldo
alert-package = Alerta de pacote de { $name }
alert-line-money = Abaixo de ({ $currency })
alert-line-percent = Igual ou abaixo de (% da cota por usar)
alert-hint-money = Comparado com saldo + crédito não usado − débito, após cada liquidação, compra, renovação e recarga.
alert-hint-percent = De 0 a 100. Comparado após cada chamada paga por um pacote.
alert-now = Agora
alert-at-once = O aviso é enviado na hora: há { $value } de crédito disponível, abaixo de { $line }.
alert-not-now = Nenhum aviso agora: há { $value } de crédito disponível.
alert-watched = { $package } tem { $left } de { $quota } por usar, { $percent }.
alert-with-next-call = O aviso é enviado na próxima chamada paga pelo pacote.
alert-later = Nenhum aviso antes de haver mais consumo.
alert-no-package = Nenhum pacote em vigor; o alerta vigia os que vierem.
alert-arms-again = Já disparou antes e volta a ficar armado.
alert-history = No histórico da conta
alert-history-fired = { $count ->
    [0] Desde { $from } não teria disparado.
    [1] Desde { $from } teria disparado uma vez, com { $messages ->
        [1] uma mensagem
       *[other] { $told } mensagens
      } ao todo.
   *[other] Desde { $from } teria disparado { $shown } vezes, com { $told } mensagens ao todo.
  }
alert-history-unknown = Não se sabe ao certo quantas vezes teria disparado: o limite de crédito mudou nesse período.
backtest-span = { $count ->
    [1] último dia
   *[other] últimos { $shown } dias
  }
backtest-of = { $name }: { $span }
backtest-fired = { $count ->
    [0] Não teria disparado ({ $span }).
    [1] Teria disparado uma vez ({ $span }).
   *[other] Teria disparado { $shown } vezes ({ $span }).
  }
backtest-early = { $count ->
    [1] Uma vez não restou nada depois: { $early } mais tarde.
   *[other] { $shown } vezes não restou nada depois: no mínimo { $early } mais tarde.
  }
backtest-not-early = { $count ->
    [1] Uma vez não restava nada naquele mesmo momento: uma linha mais alta teria avisado antes.
   *[other] { $shown } vezes não restou nada depois, ao menos uma naquele mesmo momento: uma linha mais alta teria avisado antes.
  }
backtest-never-out = Todas as vezes restou algo.
backtest-out-after = nada restava { $after } depois
backtest-out-at-once = nada restava na hora
alert-set = Definir o alerta em { $line }
alert-set-nothing = Definir o alerta
alert-switch-off = Desligar o alerta
alert-is-set = Alerta definido em { $line }.
alert-is-off = Alerta desligado.
rule-blind = Sem visão
rules-blind = O uso só é conhecido até { $at }: não se sabe se um limite foi cruzado. Importe o que veio depois.
rule-last-known = último conhecido
