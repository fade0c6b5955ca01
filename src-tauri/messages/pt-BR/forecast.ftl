# O que o consumo futuro pode trazer: faixas das últimas semanas, vividas de novo. Nunca um número só.

forecast-too-short = { $count ->
    [1] Falta um dia de consumo para haver previsão.
   *[other] Faltam { $shown } dias de consumo para haver previsão.
  }
forecast-too-old = Sem previsão: o consumo só é conhecido até { $at }.
forecast-failed = Não foi possível fazer a previsão.
forecast-coming = …
forecast-range = { $least } – { $most }
forecast-not-before-end = não antes do fim
forecast-from = a partir de { $at }
forecast-weeks = com consumo igual ao das últimas { $of } semanas
forecast-weeks-some = com consumo igual ao de { $in } das últimas { $of } semanas

runway = O dinheiro dura
runway-beyond = mais de { $days } dias
bill-expected = previsão: { $range }
balance-line-ahead = Os últimos { $days } dias e a faixa que um consumo igual ao das últimas { $weeks } semanas dá aos próximos { $ahead }.

verdict-money-spent = Com consumo igual ao das últimas semanas, o dinheiro acaba em { $at }, no mínimo.
verdict-renewal-would-fail = A renovação de { $package } vai falhar em { $at } se o consumo continuar como nas últimas semanas: faltarão até { $amount }.
verdict-quota-runs-out = Com consumo igual ao das últimas semanas, { $package } se esgota em { $at }, no mínimo. Depois disso, as chamadas de { $service } são pagas uma a uma.
upcoming-money-spent = O dinheiro pode acabar
renewals-would-fail = A renovação de { $package } vai falhar em { $at } se o consumo continuar como em { $in } das últimas { $of } semanas: faltarão até { $amount }.
renewals-assumes-usage = Calculado com consumo igual ao das últimas { $weeks } semanas: o consumo em aberto é liquidado antes; pagamentos futuros não entram na conta.
short-in = Faltam { $amount } em { $in } de { $of }
fails-in = Falha em { $in } de { $of }
