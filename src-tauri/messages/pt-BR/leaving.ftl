# Leaving: giving a package back, disabling a service.

unsubscribe-title = Devolver { $sku }
do-unsubscribe = Devolver
unsubscribe-over = { $sku } já foi devolvido.
can-you = 1 · É possível?
can-give-back = Sim, pode ser devolvido agora.
decided-by = Regra { $rule } · { $source }
decided-by-rule = Regra { $rule }
you-get-back = 2 · Você recebe de volta
get-back-nothing = Nada: o que foi pago fica com o provedor.
comes-back = Volta para você
still-to-come = 3 · O que ainda será cobrado
tail-settlement = Chamadas já feitas ainda são cobradas
tail-renewal = Renovação automática
tail-none = Nada é cobrado depois disso.
what-is-lost = 4 · O que se perde
lost-calls = { $count ->
    [0] Nada: não resta nenhuma chamada paga.
    [1] Uma chamada paga se perde na hora. Isso não pode ser desfeito.
   *[other] { $shown } chamadas pagas se perdem na hora. Isso não pode ser desfeito.
  }
kept-calls = { $count ->
    [0] Nada: não resta nenhuma chamada paga.
    [1] Nada por ora: uma chamada paga pode ser usada até { $until }. O que restar então expira.
   *[other] Nada por ora: { $shown } chamadas pagas podem ser usadas até { $until }. O que restar então expira.
  }
instead = Em vez disso
let-it-end = Parar a renovação automática
stop-pay-per-use = Desativar { $service }
type-to-confirm = Digite { $sku } para confirmar
unsubscribe-confirm = Devolver { $sku }, receber { $amount }
unsubscribed = { $sku } devolvido por { $amount }. Disponível agora: { $spendable }.
only-refused = Não pode ser devolvido.

disable-title = Desativar { $service }
enable-title = Ativar { $service }
do-disable = Desativar
do-enable = Ativar
disable-name = Desativar { $service } em { $region }
enable-name = Ativar { $service } em { $region }
service-disabled = Desativado
disable-what = As chamadas em { $region } são recusadas a partir de agora, até uma nova ativação.
enable-what = As chamadas em { $region } são aceitas a partir de agora. Os pacotes pagam primeiro.
enable-price = Uma chamada que nenhum pacote paga
still-billed = Ainda será cobrado
still-billed-none = Nada: não há consumo em aberto à espera de liquidação.
held-back = Fica sem uso enquanto estiver desativado
held-back-none = Nenhuma chamada paga fica sem uso.
held-renews = A renovação automática continua: desligue-a também.
disabled = { $service } em { $region } foi desativado.
enabled = { $service } em { $region } foi ativado.
