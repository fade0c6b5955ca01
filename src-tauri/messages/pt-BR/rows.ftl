# Linhas de tabelas: as selecionadas, seu menu e como saem da janela.

key-pick = Selecionar a linha
key-unpick = Não selecionar a linha
key-pick-more = Selecionar até a linha ao lado
key-pick-none = Não selecionar nenhuma linha
key-row-menu = Menu da linha
key-export = Salvar ou copiar as linhas
rows-picked = { $count ->
    [0] Nenhuma linha está selecionada.
    [1] Uma linha de { $of } está selecionada.
   *[other] { $shown } linhas de { $of } estão selecionadas.
  }
rows-export = Salvar ou copiar: { $table }
rows-save = { $count ->
    [1] Salvar uma linha como { $form }
   *[other] Salvar { $shown } linhas como { $form }
  }
rows-copy = { $count ->
    [1] Copiar uma linha
   *[other] Copiar { $shown } linhas
  }
rows-saved = { $count ->
    [1] Uma linha salva como { $file }.
   *[other] { $shown } linhas salvas como { $file }.
  }
rows-copied = { $count ->
    [1] Uma linha foi copiada.
   *[other] { $shown } linhas foram copiadas.
  }
rows-not-copied = Não foi possível copiar as linhas: o sistema não libera a área de transferência.

auto-renew-many = { $count ->
    [1] Ao terminar um pacote
   *[other] Ao terminarem { $shown } pacotes
  }
auto-renew-many-confirm = { $count ->
    [1] Definir um pacote: { $what }
   *[other] Definir { $shown } pacotes: { $what }
  }
auto-renew-many-told = { $count ->
    [1] Um pacote definido: { $what }.
   *[other] { $shown } pacotes definidos: { $what }.
  }
auto-renew-many-over = { $count ->
    [1] Um dos pacotes selecionados já terminou: nada pode ser escolhido para ele.
   *[other] { $shown } dos pacotes selecionados já terminaram: nada pode ser escolhido para eles.
  }
