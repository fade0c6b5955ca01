# A paleta: tudo o que a janela faz, encontrado ao digitar.

palette = Buscar e fazer
palette-ask = O que fazer: uma tela, um pacote, “recarregar 84,20”, “alerta 50”
palette-list = O que pode ser feito
palette-reading = Lendo o que há…
palette-none = Nada se chama “{ $text }”. O nome de um pacote, de uma tela ou de uma ação o encontra.
palette-count = { $count ->
    [0] Nada encontrado
    [1] Um encontrado
   *[other] { $shown } encontrados
  }
palette-first = Os { $first } melhores de { $shown }: digite mais para restringir
palette-opens = Abre “{ $sheet }”
palette-opens-with = Abre “{ $sheet }” com { $what }
palette-opens-for = Abre “{ $sheet }” para { $what }
palette-opens-for-with = Abre “{ $sheet }” para { $what } com { $number }
palette-opens-account = Abre os livros de { $account }
palette-goes = Vai para { $screen }
palette-shows = Mostra { $what }
palette-of-month = { $what }, { $month }
palette-knows = Mostra a conta como era conhecida em { $day }
palette-not-yet = { $day } ainda não chegou.
palette-verifies = Deriva de novo cada número dos livros
palette-buys = Abre a compra com { $sku }: { $quota } por { $price }
palette-explains = Mostra de onde vem este número
palette-here = Nesta tela
palette-looks = Muda a aparência da janela
palette-hides = Oculta todos os valores, ou os mostra de novo
palette-zooms = Mostra tudo em { $percent }%
palette-folds = Recolhe o menu lateral até os ícones, ou o abre
palette-so-already = Já está assim.
palette-terms = { $count ->
    [1] um período
   *[other] { $count } períodos
  }
palette-account = Mudar para
palette-package = Mostrar o pacote
palette-bill = Mostrar a fatura
palette-amortised = Faturas, amortizadas
palette-no-bill = Não há fatura de { $month }.
palette-undo-import = Desfazer a importação

palette-filler = a, o, em, de, da, do, para, com, abaixo, um, uma, por

palette-words-go = ir, abrir, mostrar, ver
palette-words-today = início, resumo
palette-words-usage = consumo, medição, tráfego
palette-words-packages = planos, recursos, cota
palette-words-balance = dinheiro, caixa, carteira, extrato
palette-words-bills = fatura, conta, mês
palette-words-costs = gastos, despesas, análise, rateio
palette-words-ledger = diário, lançamentos, verificar
palette-words-costs-composition = modo, parcela
palette-words-costs-allocation = projeto, membro, etiqueta
palette-words-costs-analysis = tendência, o que mudou, cascata
palette-words-costs-optimization = achados, economizar, mais barato, vazamento, recomendação
palette-words-known = histórico, passado, data
palette-words-renewals = renovar, vencimento, calendário
palette-words-alerts = avisos, mensagens
palette-words-account = configurações, contrato, livros, mudar
palette-words-accounts = todas as contas, clientes, primeiro problema
palette-words-rename = nome, rótulo
palette-words-package = pacote, plano
palette-words-top-up = recarregar, recarga, pagar, depositar, adicionar
palette-words-import = carregar, log, csv, arquivo
palette-words-buy = comprar, pedir, oferta
palette-words-voucher = cupom, vale, promoção
palette-words-credit-limit = crédito, limite
palette-words-level = nível, cliente
palette-words-alert-balance = alerta, aviso, avisar, limiar, saldo
palette-words-alert = alerta, aviso, avisar, limiar, porcentagem
palette-words-new-application = aplicativo, criar, novo
palette-words-renew = renovar, prolongar, estender
palette-words-auto-renew = renovação automática, fim, vencimento
palette-words-unsubscribe = cancelar, reembolso, devolver
palette-words-share = compartilhar, membros
palette-words-compare = comparar, mais barato, recomendação
palette-words-disable = desativar, parar, desligar
palette-words-enable = ativar, iniciar, ligar
palette-words-tag = etiqueta, projeto
palette-words-overage = excedente
palette-words-undo = desfazer, reverter
palette-words-why = por que, explicar, fórmula
palette-words-hide = privacidade, ocultar, dinheiro
palette-words-theme = tema, aparência, cor, modo
palette-words-zoom = ampliar, reduzir, tamanho, texto
palette-words-fold = barra lateral, navegação, menu
palette-words-keys = atalhos, teclado, ajuda

keys-of-everywhere = Em toda parte
keys-of-screen = Nesta tela
keys-of-rows = Em uma tabela
keys-of-chart = Em um gráfico
keys-of-go = Ir para

show-amounts = Mostrar valores
zoom-not = O tamanho vai de 80% a 200%.
level-is-so = O nível já é { $level }.
auto-renew-over = { $sku } terminou: não se renova mais sozinho.
buy-not-sold = { $sku } não foi comprado: não pode ser comprado de novo.
compare-not = Não há com que comparar.
application-over = { $application } está banido para sempre.
begin-class-not = { $application } não está em execução agora.
