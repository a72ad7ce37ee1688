from site_gen.cli import main

main(prog_name="glossary")
