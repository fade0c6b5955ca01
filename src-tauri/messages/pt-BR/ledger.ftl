# Ledger: the journal, a transaction with its postings, the books derived again, and days as they were known.

screen-ledger = Livros
ledger-verdict = { $count ->
    [0] Ainda não há lançamentos nesta conta.
    [1] O diário tem um lançamento.
   *[other] O diário tem { $shown } lançamentos em { $writes }.
  }
ledger-writes = { $count ->
    [1] uma gravação
   *[other] { $shown } gravações
  }
ledger-proof = Primeiro registro em { $first }, último em { $last }. Verificar recalcula os livros contábeis e compara.
ledger-view = Visão dos livros contábeis
ledger-journal = Diário
ledger-known = Como se sabia em um dia

verify-do = Verificar os livros
verify-again = Verificar de novo
verify-running = Verificando: { $done } de { $total } recalculados
verify-progress = Andamento da verificação
verify-whole = Os livros estão íntegros: { $transactions } lançamentos balanceados, a cadeia de { $writes } está íntegra, e o estado recalculado é igual ao guardado.
verify-proof = Cobranças comparadas: { $charges }; pacotes: { $packages }; somas: { $sums }; de { $accounts }, em { $took }.
verify-accounts = { $count ->
    [1] uma conta
   *[other] { $shown } contas
  }
verify-seconds = { $count ->
    [0] menos de um segundo
    [1] um segundo
   *[other] { $shown } segundos
  }
verify-broken = Os livros se contradizem: { $what } de { $place }.
verify-broken-proof = O diário dá { $expected }; está guardado { $found }. Nada foi alterado. Há uma cópia anterior ao lado dos livros; “tollbook verify” também a verifica.
verify-broken-short = com contradição
verify-whole-short = íntegros
verify-at = Verificados às { $at }: { $result }
verify-failed = Não foi possível verificar os livros.

difference-file = o arquivo
difference-reference = uma referência
difference-value = um valor
difference-transaction = um lançamento
difference-write = o hash de uma gravação
difference-clock = o relógio
difference-known = o que uma gravação deixou
difference-balance = o saldo
difference-credit-drawn = o crédito usado
difference-voucher = um cupom
difference-arrears = o débito
difference-settlement = uma liquidação
difference-purchase = uma compra
difference-debt = uma dívida
difference-arrears-since = o início do débito
difference-deduction = uma dedução
difference-cycle = um ciclo de pacote
difference-quota = o restante de um pacote
difference-usage = o consumo
difference-charge = uma cobrança
difference-correction = uma correção
difference-bill-line = uma linha de fatura
difference-open-charge = consumo não liquidado
difference-tier-counter = o contador de uma faixa de preço
difference-usage-sum = uma soma de consumo
difference-bill-total = um total de fatura
difference-bill-day = um dia de fatura
difference-balance-day = o saldo de um dia
difference-import = uma importação

journal = Lançamentos
journal-kind-filter = Tipo
journal-period-filter = Período
journal-package-filter = Pacote
journal-any-kind = Todos os tipos
journal-any-time = Todo o período
journal-any-package = Todos os pacotes
journal-anything = Tudo
journal-clear = Limpar todos os filtros
journal-empty = Nenhuma movimentação nesta conta.
journal-empty-detail = Recargas, compras, deduções e liquidações são registradas aqui, cada uma com partidas que somam zero.
journal-filtered-out = Nenhum lançamento corresponde ao filtro.
journal-looked-back = Buscado até { $day }; o que é anterior ainda não foi lido.
journal-reading = Lendo lançamentos anteriores
journal-more-failed = Não foi possível ler os lançamentos anteriores.
journal-rows = { $count ->
    [1] um lançamento mostrado
   *[other] { $shown } lançamentos mostrados
  }
journal-save-csv = Salvar como CSV
journal-save-json = Salvar como JSON
journal-saved = { $count ->
    [1] Um lançamento salvo como { $file }.
   *[other] { $shown } lançamentos salvos como { $file }.
  }
journal-saved-some = Os { $shown } lançamentos mais recentes salvos como { $file }. Para todos: tollbook journal --csv --limit COUNT
column-reference = Referência
column-write = Gravação
column-posting = Partida
column-amount = Valor

journal-opening = Saldo inicial
journal-top-up = Recarga
journal-settlement = Liquidação de { $name }, { $period }
journal-deduction = Deduzido de { $name }
journal-quota-granted = Cota de { $name } concedida
journal-quota-lapsed = Cota de { $name } perdida
journal-purchase = Compra de { $name }
journal-renewal = Renovação de { $name }
journal-refund = Devolução de { $name }
journal-correction = Correção: { $name }
journal-voucher = Cupom adicionado
kind-opening = Aberturas
kind-top-up = Recargas
kind-settlement = Liquidações
kind-deduction = Deduções
kind-quota-granted = Cotas concedidas
kind-quota-lapsed = Cotas perdidas
kind-purchase = Compras
kind-renewal = Renovações
kind-refund = Devoluções
kind-correction = Correções
kind-voucher = Cupons

transaction-title = Lançamento { $id }
transaction-failed = Não foi possível ler o lançamento.
transaction-postings = Partidas
transaction-sum = Soma
transaction-balance = Saldo depois
transaction-write = A gravação a que pertence
write-number = Gravação
write-kind = Ação
write-request = Pedido
write-recorded = Registrada
write-clock = Relógio da conta depois
write-transactions = Lançamentos
write-hash = Hash
write-before = Hash anterior
sound-yes = Íntegra: recalculada, dá o mesmo hash, e as vizinhas confirmam.
sound-no = Adulterada: ela, ou a ligação a uma vizinha, foi alterada depois de gravada.
sound-not-looked-at = Grande demais para recalcular aqui. A verificação dos livros recalcula.

known-day = Dia
known-day-hint = ano-mês-dia, no calendário do provedor
known-not-a-day = Esse dia não existe no calendário: escreva como { $example }.
known-show = Mostrar o dia
known-earlier = Um dia antes
known-later = Um dia depois
known-verdict = Como se sabia no fim de { $day }, o saldo era { $balance }.
known-verdict-now = Como se sabe agora, o saldo é { $balance }.
known-verdict-owed = Como se sabia no fim de { $day }, havia { $owed } em débito.
known-proof = A última gravação até então foi registrada em { $recorded }, com tudo processado até { $at }. O que os livros souberam depois não entra.
known-unheard = Em { $day } nada se sabia desta conta.
known-unheard-proof = Os livros souberam dela em { $first }. O que lhes foi dito então do tempo anterior conta como sabido a partir dali.
known-balance = Saldo
known-arrears = Débito
known-bill = Fatura de { $month }
known-bill-note = liquidado até então
known-packages = Pacotes em vigor
known-packages-none = Nenhum pacote em vigor.
known-credit = crédito usado: { $amount }
known-credit-none = nenhum crédito usado
known-owed-none = nada em débito
known-until = Ficou assim até { $next }, quando houve a gravação seguinte.
known-until-now = Nada foi registrado desde então.
column-of = De
