# Ways of paying for the same calls, and the switch from one to another.

do-compare = Comparar formas de pagar
compare-short = Comparar
compare-name = Comparar formas de pagar { $service } em { $region }
key-compare = Comparar formas de pagar o serviço
compare-title = Formas de pagar { $service } em { $region }
compare-span = Chamadas de
compare-no-calls = Não houve chamadas nestes { $days } dias: nada a comparar.
compare-stay-best = { $count ->
    [1] O pagamento por uso teria custado menos para a única chamada destes { $days } dias: { $stay }.
   *[other] O pagamento por uso teria custado menos para as { $shown } chamadas destes { $days } dias: { $stay }.
  }
compare-best = { $sku } teria custado { $total } com as chamadas destes { $days } dias ({ $shown }): { $saves } a menos que o pagamento por uso.
compare-ways = O que estas chamadas teriam custado
compare-way = Forma de pagar
compare-stay = Só pagamento por uso
compare-up-front = Antecipado
compare-in-all = Ao todo
compare-left = Chamadas restantes
compare-cheapest = mais barato
compare-less = { $amount } a menos
compare-more = { $amount } a mais
compare-used-up = esgotado em
compare-back = Voltar ao pagamento por uso
compare-back-of = { $sku } passa a pagamento por uso ao terminar, em
compare-switch = O que acontece na troca
compare-open-before = Chamadas da hora em aberto até agora
compare-open-calls = no pagamento por uso:
compare-open-settles = liquidação em
compare-open-none = nenhuma no pagamento por uso
compare-open-after = Chamadas a partir de { $at }
compare-open-after-what = pagas por pacotes, na ordem deles; { $sku } é um deles
compare-end-until = Até
compare-end-pays = { $sku } paga as chamadas
compare-end-after = Daí em diante
compare-end-after-what = as chamadas são pagas uma a uma
compare-end-lapses = Chamadas que expiram se não forem feitas
compare-end-now = Ao terminar
compare-end-note = Pode ser alterado até o fim dele.
compare-unchanged = Nada mudou
compare-stay-note = Nada muda: chamadas sem pacote seguem no pagamento por uso.
compare-stay-confirm = Deixar como está
