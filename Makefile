# Two commands do everything on a fresh machine with Swift, git and make:
#   make demo   sets up, builds and makes a graph of the example articles
#   make test   sets up and runs the tests

OUTPUT ?= entente-output

.PHONY: demo test build check setup install clean

demo: setup
	swift build -c release --product entente
	mkdir -p "$(OUTPUT)"
	"$$(swift build -c release --show-bin-path)/entente" build Examples/articles \
	  -o "$(OUTPUT)/graph.graphml" -o "$(OUTPUT)/graph.dot" -o "$(OUTPUT)/graph.svg"

test: setup
	swift test

build: setup
	swift build -c release

check: setup
	Scripts/check

setup:
	@Scripts/setup

PREFIX ?= /usr/local
install: build
	bin="$$(swift build -c release --show-bin-path)"; \
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/entente"; \
	install "$$bin/entente" "$$bin/entente-train" "$(DESTDIR)$(PREFIX)/bin"; \
	cp -R Gazetteers Models "$(DESTDIR)$(PREFIX)/share/entente"

clean:
	rm -rf .build "$(OUTPUT)"
