import type { Shell } from './shells.js';

/*
 * The scripts know nothing of vocabsync but its name: they ask the program how a command line may go on, with
 * `completion SHELL -- WORD…`, so that what they offer is always what the installed version takes.
 */

// Bash breaks words at = : and @, too, and replaces only what is behind the break. 3.2, which macOS has, knows no mapfile.
const bash = `# Completion of vocabsync for bash: source <(vocabsync completion bash)
_vocabsync() {
  local line="\${COMP_LINE:0:COMP_POINT}" current="\${COMP_WORDS[COMP_CWORD]}" kind="" value rest word
  local -a words
  COMPREPLY=()
  read -ra words <<< "$line"
  case "$line" in *[[:space:]]) words+=("") ;; esac
  case "$current" in [=:@]) current="" ;; esac
  word="\${words[\${#words[@]}-1]}"
  while IFS=$'\\t' read -r value rest; do
    if [ -z "$kind" ]; then kind="$value"; else COMPREPLY+=("\${value#"\${word%"$current"}"}"); fi
  done < <("\${COMP_WORDS[0]}" completion bash -- "\${words[@]}" 2>/dev/null)
  case "$kind" in
    files) ;;
    folders) while IFS= read -r value; do COMPREPLY+=("$value"); done < <(compgen -d -- "$current")
      compopt -o filenames 2>/dev/null ;;
    *) compopt +o default 2>/dev/null ;;
  esac
}
complete -o default -F _vocabsync vocabsync
`;

const zsh = `#compdef vocabsync
# Completion of vocabsync for zsh: source <(vocabsync completion zsh), after compinit; or as _vocabsync in a folder of $fpath.
_vocabsync() {
  local -a lines candidates
  local line kind
  lines=("\${(@f)$("\${words[1]}" completion zsh -- "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  kind="\${lines[1]}"
  for line in "\${(@)lines[2,-1]}"; do
    candidates+=("\${\${line//:/\\\\:}/$'\\t'/:}")
  done
  case "$kind" in
    files | folders)
      compset -P '--*='
      if [[ "$kind" == files ]]; then _files; else _files -/; fi ;;
    *) _describe -t values vocabsync candidates ;;
  esac
}
if [[ "\${funcstack[1]}" == _vocabsync ]]; then _vocabsync "$@"; else compdef _vocabsync vocabsync; fi
`;

const fish = `# Completion of vocabsync for fish: vocabsync completion fish | source
function __vocabsync_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l flag (string match -r '^--[^=]*=' -- $current)
    set -l path (string replace -r '^--[^=]*=' '' -- $current)
    set -l lines ($words[1] completion fish -- $words $current 2>/dev/null)
    switch "$lines[1]"
        case files
            string replace -r -- '^' "$flag" (__fish_complete_path $path)
        case folders
            string replace -r -- '^' "$flag" (__fish_complete_directories $path '')
        case '*'
            string join \\n -- $lines[2..]
    end
end
complete -c vocabsync -f -a '(__vocabsync_complete)'
`;

export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
