# Import: a preview, live progress, then the same reading written down.

import-title = Importar consumo
import-files = Arquivos
import-drop = Solte arquivos ou pastas em qualquer lugar da janela
import-drop-more = Solte mais, ou
import-file-remove = Retirar { $file }
import-path = Caminho de um arquivo ou pasta, ou linhas de um log
import-path-hint = Digite ou cole um caminho completo e pressione Enter; linhas coladas são lidas como estão.
import-path-wrong = Informe o caminho completo, a partir de / ou ~: só o nome poderia estar em qualquer lugar.
import-pasted-name = linhas coladas
import-pasted = { $count ->
    [1] uma linha colada
   *[other] { $shown } linhas coladas
  }
choose-file = Escolher…
choose-files = Escolher arquivos…
choose-folder = Escolher pasta…
import-how = Como ler os arquivos
import-source = Fonte
import-source-hint = Nome do gateway ou da exportação. Cada id de registro conta uma vez por fonte, e as regras dela ficam guardadas.
import-zone = Fuso dos horários
import-zone-hint = Os horários neste arquivo não trazem fuso.
import-zone-choose = Escolha um fuso…

rules = Como classificar as chamadas
rules-last = Como na última leitura desta fonte
rules-last-hint = Usa as regras da última importação desta fonte.
rules-paths = Pelo caminho da requisição
rules-paths-hint = Vale a primeira regra que corresponde. * é uma parte do caminho; ** no fim é qualquer resto.
rules-one = Tudo de um só serviço
rules-one-hint = Cada requisição bem-sucedida é uma chamada de um só serviço.
rules-columns = Por colunas de um arquivo CSV ou JSON
rules-columns-hint = Nomes de colunas ou de chaves. Uma chave dentro de outra se escreve a.b.
rules-file = De um arquivo de regras
rules-file-hint = O arquivo é relido a cada vez; o formato está na documentação.
rules-file-path = Arquivo de regras
rules-defaults = Onde nenhuma coluna informa
rules-lack-file = Escolha um arquivo de regras.
rules-lack-service = Informe o serviço e a região.
rules-lack-time = Informe a coluna do horário.
rules-lack-path = Adicione uma regra com um caminho.
rule-path = Requisição
rule-ignore = Ignorar
rule-remove = Remover
rule-add = Adicionar regra
rule-any-method = qualquer
rule-method-of = Método da regra { $row }
rule-path-of = Caminho da regra { $row }
rule-service-of = Serviço da regra { $row }
rule-region-of = Região da regra { $row }
rule-ignore-of = Ignorar o que a regra { $row } encontrar
rule-remove-of = Remover a regra { $row }
field-time = Horário
field-status = Status
field-service = Serviço
field-region = Região
field-project = Projeto
field-id = Id do registro
field-count = Quantidade
field-path = Caminho
field-method = Método

import-lacks-files = Escolha primeiro os arquivos, ou cole linhas.
import-lacks-source = Informe o nome da fonte.
import-previews = A leitura ainda não altera nada.
import-undoable = A importação pode ser desfeita por inteiro.
import-preview = Ver prévia
import-reading = Lendo…
import-writing = Gravando…
cancel-reading = Cancelar
import-cancelled = A importação foi cancelada. Nada dela foi mantido.
rows-read = { $count ->
    [1] uma linha
   *[other] { $shown } linhas
  }

import-sentence = { $count ->
    [0] Nada aqui é cobrado.
    [1] Uma chamada, { $cost }.
   *[other] { $shown } chamadas, { $cost } ao todo.
  }
import-owes = Ficaria em débito: { $amount }.
import-span = Consumo de
import-enables = Ativa (as chamadas provam que já estava ativo): { $services }.
import-uncovered = { $count ->
    [1] Nada pode pagar uma destas chamadas. Ela não custa nada.
   *[other] Nada pode pagar { $shown } destas chamadas. Elas não custam nada.
  }
import-refused = { $count ->
    [1] Uma chamada de { $name } não é cobrada: { $reason }.
   *[other] { $shown } chamadas de { $name } não são cobradas: { $reason }.
  }
fact-rows = Linhas lidas
fact-billable = Faturáveis
fact-failed = Com falha
fact-unmatched = Sem regra correspondente
fact-ignored = Ignoradas
fact-duplicates = Duplicadas
fact-overlapped = Já importadas
fact-rejected = Rejeitadas
fact-conflicts = Separadas
import-lines = Quanto custa, por serviço
balance-after = Saldo depois disso
rejected-title = Linhas rejeitadas: { $shown }
conflicts-title = Separadas, com o mesmo id e outro conteúdo: { $shown }
rejected-more = Mostradas as { $shown } primeiras de { $total }.
unmatched-title = Sem regra correspondente: { $shown }
ignored-title = Ignoradas por uma regra: { $shown }
import-detail-failed = Não foi possível ler o que a importação deixou de fora.
import-not-kept = A versão que fez a importação não guardou o que ela deixou de fora.
import-left-nothing-out = Todas as linhas viraram consumo, nesta importação ou em uma anterior.
files-read = { $count ->
    [1] Um arquivo lido
   *[other] { $count } arquivos lidos
  }
format-access-log = log de acesso
format-csv = CSV
format-json-lines = JSON lines
format-cloudevents = CloudEvents
import-confirm = { $count ->
    [1] Importar uma chamada
   *[other] Importar { $shown } chamadas
  }
imported = { $count ->
    [1] Uma chamada importada, { $cost }. Saldo: { $balance }.
   *[other] { $shown } chamadas importadas, { $cost }. Saldo: { $balance }.
  }

reject-not-an-access-log-line = não é uma linha de log de acesso
reject-cut-short = cortada no meio
reject-line-too-long = mais longa que qualquer linha real
reject-missing = falta um campo
reject-unreadable = um campo não pode ser lido
reject-not-a-record = não é um registro
reject-not-an-event = não é um CloudEvent
reject-in-the-future = tem data futura
reject-unknown-format = o formato não foi reconhecido
reject-conflict = o id já é conhecido com outro conteúdo
