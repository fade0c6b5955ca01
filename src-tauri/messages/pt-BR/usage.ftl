# Usage: calls, and where they were paid from.

usage-verdict = Chamadas hoje até agora: { $today }.
usage-verdict-usual = Chamadas hoje até agora: { $today }; em um dia comum, { $usual }.
usage-verdict-span = { $count ->
    [1] Uma chamada, { $span }.
   *[other] { $shown } chamadas, { $span }.
  }
usage-verdict-old = O consumo mais recente é de { $day }.
usage-old-proof = Nada posterior foi importado, por isso é mostrado o período que termina nessa data.
usage-paid = No período abaixo, chamadas pagas por pacotes: { $packages }; pagas uma a uma: { $billed }, por { $charged } ao todo.
usage-paid-one-by-one = No período abaixo, chamadas pagas uma a uma: { $billed }, por { $charged } ao todo.
usage-paid-by-packages = No período abaixo, os pacotes pagaram todas as chamadas: { $packages }.
usage-none-in-span = Nenhuma chamada neste período.
usage-empty = Nenhum consumo foi importado ainda.
usage-empty-proof = Traga o log de acesso do seu gateway, uma exportação CSV, JSON lines ou CloudEvents: solte um arquivo na janela, ou pressione i.
from-packages-note = pago com cota
pay-per-use-note = pagas uma a uma
uncovered-note = mais { $calls } que nada pode pagar
failed-note = { $calls } com falha, sem custo
failed-none-note = nenhuma falha
not-settled-note = nada disso foi liquidado ainda
record-without-file = Registrado sem arquivo
usage-per-hour = Chamadas por hora
usage-per-day = Chamadas por dia
usage-per-month = Chamadas por mês
usage-caption = { $span }, no horário do provedor.
usage-brush = Arraste sobre ele, ou segure Shift e use as setas, para ver de perto.
usage-brush-hour = Pressione uma hora para ver seus registros.
hour-title = A hora de { $hour }
hour-about = De { $from } a { $to }: quem pagou e de onde vieram os registros.
hour-empty = Nada foi usado nesta hora.
usage-rows = Por serviço, região e projeto
stacked-by = Empilhado por
stacked-by-paidBy = Quem paga
stacked-by-service = Por serviço
stacked-by-region = Por região
stacked-by-project = Por projeto
bar-length = Duração de uma barra
bucket-hour = Horas
bucket-day = Dias
bucket-month = Meses
show-only-this = Mostrar só isto
hours-failed = Não foi possível carregar as horas.

charge = Cobrança desta hora
charge-settled = Liquidada em
before-rounding = Antes do arredondamento

imports = Importações
show-its-usage = Mostrar o consumo dela
latest = Mais recente
undone = desfeita em
undo-import-of = Desfazer a importação de { $label }
undo-import-title = Desfazer esta importação?
undo-import-what = { $count ->
    [1] A única chamada de { $label } é retirada por inteiro.
   *[other] As { $shown } chamadas de { $label } são retiradas por inteiro.
  }
undo-import-how = O que a importação mudou é corrigido por novos lançamentos: as cobranças voltam ao saldo, a cota volta aos pacotes. Nada é apagado.
undo-import-confirm = { $count ->
    [1] Retirar uma chamada
   *[other] Retirar { $shown } chamadas
  }
keep-it = Manter
import-undone = A importação de { $label } foi desfeita por inteiro.
