# Linhas de tabelas: as selecionadas, seu menu e como saem da janela.

key-pick = Selecionar a linha
key-unpick = Não selecionar a linha
key-pick-more = Selecionar até a linha ao lado
key-pick-none = Não selecionar nenhuma linha
key-row-menu = Menu da linha
key-export = Salvar ou copiar as linhas
rows-picked = { $count ->
    [0] Nenhuma linha está selecionada.
    [one] Uma linha de { $of } está selecionada.
   *[other] { $shown } linhas de { $of } estão selecionadas.
  }
rows-export = Salvar ou copiar: { $table }
rows-save = { $count ->
    [one] Salvar uma linha como { $form }
   *[other] Salvar { $shown } linhas como { $form }
  }
rows-copy = { $count ->
    [one] Copiar uma linha
   *[other] Copiar { $shown } linhas
  }
rows-saved = { $count ->
    [one] Uma linha salva como { $file }.
   *[other] { $shown } linhas salvas como { $file }.
  }
rows-copied = { $count ->
    [one] Uma linha foi copiada.
   *[other] { $shown } linhas foram copiadas.
  }
rows-not-copied = Não foi possível copiar as linhas: o sistema não libera a área de transferência.

auto-renew-many = { $count ->
    [one] Ao terminar um pacote
   *[other] Ao terminarem { $shown } pacotes
  }
auto-renew-many-confirm = { $count ->
    [one] Definir um pacote: { $what }
   *[other] Definir { $shown } pacotes: { $what }
  }
auto-renew-many-told = { $count ->
    [one] Um pacote definido: { $what }.
   *[other] { $shown } pacotes definidos: { $what }.
  }
auto-renew-many-over = { $count ->
    [one] Um dos pacotes selecionados já terminou: nada pode ser escolhido para ele.
   *[other] { $shown } dos pacotes selecionados já terminaram: nada pode ser escolhido para eles.
  }
