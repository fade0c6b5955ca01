# Today: what goes wrong next, when, and what stops it.

verdict-nothing = Nenhum problema nos próximos 30 dias.
verdict-overdrawn = Faltarão { $amount } na liquidação de { $at }.
verdict-package-exhausted = { $package } se esgotou. As chamadas de { $service } são pagas uma a uma.
verdict-package-ends = { $package } termina em { $at }. Depois disso, as chamadas de { $service } são pagas uma a uma.
verdict-renewal-fails = A renovação de { $package } vai falhar em { $at }: faltam { $amount }.
verdict-renewal-not-sold = { $package } não pode ser renovado automaticamente em { $at }: não é mais vendido.
verdict-no-money = Não há mais dinheiro. A próxima chamada cobrada deixa a conta em débito.

nothing-accrued = nada à espera de liquidação
after-accrued = já descontado o acumulado: { $accrued }
next-to-end = Próximo pacote a terminar
next-to-end-note = · { $left } por usar
next-to-end-none = nenhum pacote em vigor
this-bill = Esta fatura até agora
this-bill-note = { $month }
usage-unknown-since = uso desconhecido desde { $day }

timeline-title = Os próximos 30 dias
timeline-caption = { $count ->
    [0] Só liquidações horárias pela frente.
    [1] Um evento pela frente, no horário do provedor.
   *[other] { $shown } eventos pela frente, no horário do provedor.
  }
upcoming-settlement = Próxima liquidação
upcoming-package-ends = { $name } termina
upcoming-renewal = { $name } é renovado
upcoming-renewal-fails = A renovação de { $name } falha
upcoming-cycle-begins = Começa o próximo ciclo de { $name }
upcoming-bill-closes = Fecha a fatura de { $name }
upcoming-grace-ends = Acaba o prazo para pagar o débito
upcoming-retention-ends = Acaba o período de retenção
upcoming-expiry-warning = { $name } termina em breve

since-title = Desde a sua última visita
since-needs = { $count ->
    [1] uma coisa precisa de você
   *[other] { $shown } coisas precisam de você
  }
since-handled = { $count ->
    [1] uma foi resolvida
   *[other] { $shown } foram resolvidas
  }
since-happened = { $count ->
    [1] uma apenas aconteceu
   *[other] { $shown } apenas aconteceram
  }
since-help = O que ajudaria
since-see-renewals = Ver as renovações
asks-needs = Precisa de você
asks-handled = Resolvido
asks-happened = Aconteceu
since-none = Nada aconteceu que exija sua atenção.
since-none-detail = Alertas de pacotes, débitos e o fim deles aparecem aqui.
notice-package-low = { $package } está no fim.
notice-package-exhausted = { $package } se esgotou. As próximas chamadas são pagas uma a uma.
notice-package-expiring = { $package } termina em breve, e nada está previsto depois.
notice-package-expired = { $package } terminou. O que restava expirou.
notice-arrears = Uma liquidação não pôde ser paga por inteiro. A conta está em débito.
notice-renewed = { $package } foi renovado.
notice-renewal-failed = Não foi possível renovar { $package }. Nova tentativa amanhã.
notice-deadline-near = O prazo para pagar o débito está acabando.
notice-frozen = O período de carência acabou. O pagamento por uso é recusado até o débito ser pago; os pacotes continuam pagando.
notice-suspended = O período de carência acabou. Tudo fica suspenso até o débito ser pago.
notice-release-pending = O período de retenção acabou. A próxima rotina diária exclui tudo.
notice-released = Os recursos da conta foram excluídos. O que ela tinha se perdeu; o débito continua devido.
notice-balance-low = O valor disponível está abaixo do seu patamar.
notice-balance-recovered = O valor disponível voltou a ficar acima do seu patamar.
notice-recovered = O débito foi pago.

away-title = Enquanto você esteve fora
away-span = De { $since } a { $until }:
away-until = Até { $until }:
away-settled = { $count ->
    [1] uma liquidação, { $settled }.
   *[other] { $shown } liquidações, { $settled } ao todo.
  }
away-told = { $count ->
    [0] Nenhum aviso.
    [1] Um aviso.
   *[other] { $shown } avisos.
  }
away-more = { $count ->
    [1] Mais um em Alertas.
   *[other] Mais { $shown } em Alertas.
  }
away-dismiss = Dispensar o resumo
