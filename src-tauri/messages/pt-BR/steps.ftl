# Desfazer e refazer: o que foi feito, em palavras que seguem "Desfazer:", e o que resultou.

key-undo = Desfazer
key-redo = Refazer
redo = Refazer
going-named-undo = Desfazer: { $step }
going-named-redo = Refazer: { $step }
going-nothing-undo = Não há nada para desfazer
going-nothing-redo = Não há nada para refazer
going-told-undo = Desfeito: { $step }. Vale agora: { $now }.
going-told-redo = Refeito: { $step }.
going-failed-undo = Não desfeito: { $step }. { $error }
going-failed-redo = Não refeito: { $step }. { $error }
palette-words-redo = repetir, de novo
step-leave = Deixar como está
step-left = Fica como está: { $step }.
going-does-undo = Desfaz o que foi feito por último. Dinheiro nunca é desfeito.
going-does-redo = Refaz o que foi desfeito por último.

step-balance-alert = alerta de saldo em { $value }
step-balance-alert-off = alerta de saldo desligado
step-balance-snooze = alerta de saldo adiado até { $value }
step-balance-snooze-off = alerta de saldo não adiado
step-package-alert = alerta de pacote de { $name } em { $value }
step-package-alert-off = alerta de pacote de { $name } desligado
step-at-end = { $package } ao terminar: { $what }
step-renews = { $count ->
    [0] { $what }, primeira tentativa no último dia
    [1] { $what }, primeira tentativa um dia antes
   *[other] { $what }, primeira tentativa { $shown } dias antes
  }
step-and-more = { $count ->
    [1] { $step }, e mais um
   *[other] { $step }, e mais { $shown }
  }
step-sharing = { $package } compartilhado com contas-membro
step-sharing-off = { $package } não compartilhado
step-overage = excedente de { $name } ligado
step-overage-off = excedente de { $name } desligado
step-tag = { $name } com a tag { $tag } = { $value }
step-tag-off = { $name } sem a tag { $tag }
step-level = nível { $value }
step-credit-limit = limite de crédito { $value }
step-import = importação de { $label }
step-theme = cores: { $value }
step-language = idioma: { $value }
step-rows = altura das linhas: { $value }
step-zoom = zoom { $value }

error-no-step = Outra coisa foi feita nesse meio-tempo.
error-moved-on = Isso foi alterado depois de outro modo: desfazer desfaria também essa alteração.
