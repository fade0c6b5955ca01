# Top up and buy: what happens, before it happens.

amount-in = Valor ({ $currency })
amount-hint = De { $lowest } a { $highest }
needs = Valores
need-arrears = Quitar { $amount } de débito
need-accrued = Cobrir { $amount } de consumo em aberto
where-it-goes = Para onde vai
to-arrears = Quita débito, a dívida mais antiga primeiro
to-credit = Repõe o crédito
to-balance = Entra no saldo
what-it-leaves = Como fica
arrears-stay = O débito de { $amount } continua.
top-up-nothing = Digite um valor para ver para onde ele vai.
top-up-records = Registra um pagamento feito ao provedor.
top-up-confirm = Recarregar { $amount }
top-up-first = Recarregar { $amount } antes
topped-up = Recarga de { $amount } feita. Disponível agora: { $spendable }.

offers = Ofertas
offers-none = Não há nada à venda nesta lista de preços.
offers-none-detail = Uma lista de preços sua traz ofertas.
sample-prices = Preços de exemplo: nenhum provedor publica estes valores. Use sua própria lista de preços.
calls-for = { $count ->
    [1] chamada por { $term }
   *[other] chamadas por { $term }
  }
instead-of = em vez de
what-it-gives = O que você recebe
pays-from = Vale a partir de
place-in-order = Lugar na ordem
before-it = { $count ->
    [1] depois de uma chamada de outros pacotes
   *[other] depois de { $shown } chamadas de outros pacotes
  }
paid-from-vouchers = De cupons
paid-from-balance = Do saldo
paid-from-credit = Do crédito
not-refundable = Pacotes não podem ser devolvidos.
buy-confirm = { $count ->
    [1] Comprar uma chamada por { $price }
   *[other] Comprar { $shown } chamadas por { $price }
  }
bought = { $sku } comprado por { $price }. Disponível agora: { $spendable }.
buy-count = Quantos
buy-count-hint = Cada um é um pacote próprio.
buy-with-it = Adicionar outro pacote
buy-together = Pagos juntos
buy-take-out = Tirar { $sku }
buy-all = Todos os pacotes
buy-together-confirm = Comprar todos os pacotes por { $price }
bought-together = Todos os pacotes comprados por { $price }. Disponível agora: { $spendable }.
