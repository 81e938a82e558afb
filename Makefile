PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help setup run test check format clean

help: ## 列出可用的命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## 建立 .venv 并装好全部依赖（版本见 requirements.lock）

# torch comes first and pinned: otherwise a later package may pull in another build of it, gigabytes larger.
$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "需要 Python 3.11 或更新的版本，$(PYTHON) 是：$$($(PYTHON) --version 2>&1)"; \
	  echo "请安装新版后指定它，例如 make setup PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) 缺少 venv 模块；Debian、Ubuntu 请运行 sudo apt-get install python3-venv，再重试"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) install $$(grep '^torch==' requirements.lock)
	$(PIP) install --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q bot corpus eval index
	@touch $@

run: setup ## 启动网页和 HTTP 接口，默认 http://127.0.0.1:8000
	$(BIN)/wenze serve

test: check ## 先做检查，再跑全部测试
	$(BIN)/pytest

check: setup ## 格式、静态检查、类型、导入方向
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup ## 整理格式，修好能自动修的
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean: ## 删除 .venv、索引和各种缓存
	rm -rf $(VENV) .wenze .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find bot corpus eval index tests -name __pycache__ -prune -exec rm -rf {} +
