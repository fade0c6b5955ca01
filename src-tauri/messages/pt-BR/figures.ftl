# Names of figures and columns. One word for one thing, on every screen.

spendable-now = Disponível agora
calls = Chamadas
calls-left = Chamadas restantes
from-packages = De pacotes
pay-per-use = Pagamento por uso
charged = Cobrado
purchases = Compras
corrections = Correções
refunds = Devolvido
still-owed = Ainda em débito
per-call = por chamada
default-project = padrão

column-when = Quando
column-what = O quê
column-state = Estado
column-period = Período
column-calls = Chamadas
column-failed = Com falha
column-uncovered = Sem cobertura
column-from-packages = De pacotes
column-pay-per-use = Por uso
column-charged = Cobrado
column-money = Dinheiro
column-service = Serviço
column-region = Região
column-project = Projeto
column-imported = Importado
column-imported-calls = Chamadas
column-set-aside = Separadas
column-file = Arquivo
column-source = Fonte
column-span = Consumo de – a
column-rows = Linhas
column-undo = Desfazer
column-order = Lugar na ordem
column-package = Pacote
column-pays-for = Vale para
column-left = Restante
column-ends = Termina
column-a-day = Por dia
column-runs-out = Acaba
column-unused = Sobra no fim
column-charged-at = Cobrança
column-follows = O que vem depois
column-succeeds = Terá sucesso
column-term-price = Próximo ciclo
column-per-call = Por chamada
column-balance = Saldo
column-balance-after = Saldo depois
column-change = Variação
column-hour = Hora
column-settles = Liquidação
column-so-far = Até agora
column-owed = Em débito
column-owed-since = Em débito desde
column-month = Mês
column-purchases = Compras
column-renewals = Renovações
column-refunds = Devolvido
column-corrections = Correções
column-total = Total
column-final = Fechamento
column-exact = Exato
column-due = Devido
column-cost = Custo

term-balance = Saldo
term-credit = Limite de crédito
term-drawn = Crédito usado
term-arrears = Débito
term-accrued = Acumulado, não liquidado
before = Antes
after = Depois

term-years = { $count ->
    [1] um ano
   *[other] { $count } anos
  }
term-months = { $count ->
    [1] um mês
   *[other] { $count } meses
  }
term-days = { $count ->
    [1] um dia
   *[other] { $count } dias
  }

state-scheduled = Não iniciado
state-active = Em vigor
state-exhausted = Esgotado
state-expired = Encerrado
state-frozen = Encerrado, renovável
state-refunded = Devolvido
state-released = Encerrado de vez

source-free = Cota gratuita
source-promotion = Promoção
source-purchased = Comprado
