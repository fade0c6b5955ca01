# The window around the screens: names, keys, top bar, what is the same everywhere.
# A single thing is chosen by [1] in these files: in Portuguese the category one holds 0 as well.

product = Tollbook
window-title = { $screen } – { $account } – Tollbook
rail = Telas e ações
rail-fold = Recolher o menu
screen-today = Hoje
screen-usage = Consumo
screen-packages = Pacotes
screen-balance = Saldo
screen-bills = Faturas
screen-renewals = Renovações
screen-costs = Custos

do-import = Importar consumo
do-top-up = Recarregar
do-buy = Comprar pacote
see-offers = Ver ofertas

account = Conta
account-open-another = Abrir outra conta…
sample-badge = Dados de exemplo
sample-action = Esta é a conta de exemplo. Nada aqui move dinheiro de verdade.
provider-clock = Horário do provedor
next-settlement = próxima liquidação em
usage-as-of = consumo até { $age }
usage-until = consumo até { $day }
usage-none-yet = sem consumo ainda
sources = Fontes de consumo
sources-partial = { $going } de { $counted } fontes. Falta: { $missing }.
sources-partial-note = Somas sem ela são marcadas com ≥.
source-since = { $name } desde { $at }
at-least = No mínimo: falta uma fonte de consumo
hide-amounts = Ocultar valores
theme-system = Tema: o do sistema
theme-light = Tema: claro
theme-dark = Tema: escuro
show-keys = Atalhos

caught-up = { $count ->
    [0] Atualizado até { $now }. Ciclos de pacotes iniciados ou encerrados: { $cycles }.
    [1] Atualizado até { $now }: uma liquidação, { $settled }.
   *[other] Atualizado até { $now }: { $shown } liquidações, { $settled }.
  }

close = Fechar
back = Voltar
undo = Desfazer
try-again = Tentar de novo
error-reference = Referência { $reference }
preview-again = Ver prévia de novo
show-more = Mostrar mais
show-all = Mostrar tudo ({ $count })
show-fewer = Mostrar menos
total = Total

keys-title = Atalhos
key-next-row = Próxima linha
key-previous-row = Linha anterior
key-renew = Renovar o pacote
key-unsubscribe = Devolver o pacote
key-open = Abrir a linha
key-close = Fechar
key-back = Voltar à lista
key-table = Gráfico como tabela
key-chart = Percorrer um gráfico
key-chart-mark = Marcar um trecho do gráfico
key-chart-open = Mostrar o trecho marcado ou o ponto do cursor
key-wider = Voltar ao período maior
key-why = De onde vem este número?
key-filter = Filtrar
key-earlier = Anterior
key-later = Seguinte
key-now = Voltar ao momento atual

filter = Filtrar
filter-remove = Remover o filtro { $filter }
filter-clear = Limpar o filtro
filter-none = Não há o que filtrar nesta tela.
filtered-out = Nada aqui corresponde a “{ $filter }”.

drop-anywhere = Solte os arquivos para importar. Primeiro vem uma prévia.
instant-here = { $there } ({ $here } aqui)
arrow = →
named = { $name }: { $what }
sentence-gap = {" "}
instant-away = , { $away }
instant-zone = { $at } ({ $zone })
moment = { $at }, { $away }

screen-failed = Não foi possível carregar “{ $screen }”.
screen-failed-still = Os livros contábeis estão intactos. As outras telas talvez ainda funcionem.
refresh-failed = Não foi possível atualizar: { $error } Os números são de { $at }.
start-failed = Não foi possível abrir os livros contábeis.

step-note = Nota
step-soon = Em breve
step-today = Aja hoje
step-now = Aja agora

figure-as = Mostrar como
figure-picture = Gráfico
figure-table = Tabela
figure-nothing = Nada a desenhar.
figure-marked = De { $first } a { $last } está marcado. Enter aproxima, Esc desmarca.
figure-span = { $count ->
    [1] Um, { $first }.
   *[other] { $shown }, de { $first } a { $last }.
  }
figure-summary = De { $first } a { $last }; o mais alto é { $high } em { $when }, no fim { $end }.
figure-calls = { $count ->
    [1] { $shown } chamada
   *[other] { $shown } chamadas
  }
figure-copy = Copiar “{ $title }”
figure-copy-svg = Copiar o gráfico como SVG
figure-copy-png = Copiar o gráfico como PNG
figure-copy-tsv = Copiar os números como TSV
figure-copied-svg = “{ $title }” foi copiado como SVG.
figure-copied-png = “{ $title }” foi copiado como imagem.
figure-copied-tsv = Os números de “{ $title }” foram copiados.
figure-not-copied = Não foi possível copiar “{ $title }”: este sistema não libera a área de transferência.
figure-not-drawn = Não foi possível desenhar a imagem de “{ $title }”. Os números podem ser copiados.
figure-saved = A área de transferência não aceita imagens aqui: “{ $title }” foi salvo em { $file }.
figure-stamp = Tollbook · { $account } · em { $at }
figure-stamp-sample = Tollbook · { $account } · dados de exemplo · em { $at }

why-hint = Pressione ? para ver o porquê
why-title = Por quê: { $figure }
why-result = Resultado
why-rule = Regra { $rule }
why-rule-source = Regra { $rule } · { $source }
why-copy = Copiar como texto
why-copied = O cálculo foi copiado.
why-not-copied = Não foi possível copiar o cálculo: este sistema não libera a área de transferência.
why-nothing = Não há número para explicar nesta tela.
clock-behind = Seu relógio está { $by } atrás da última liquidação. Os prazos seguem a hora do provedor.
unknown-since = desconhecido desde { $at }
