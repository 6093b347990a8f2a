import { type Command, Option } from 'commander';
import { regions } from '../../model/catalogue/target-models.js';
import { deliveries } from '../../model/config.js';
import { ciSystems } from '../../scaffold/ci/ci-system.js';
import { collect, timeoutOption } from '../parse-option.js';

export function addInitOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--dir <folder>', 'where the configuration is to lie; made if need be').default('.'),
    )
    .addOption(new Option('--region <region>', 'where the account lives (default: asked)').choices(regions))
    .addOption(new Option('--account <name>', 'what people call the account (default: production)'))
    .addOption(
      new Option('--namespace <prefix>', 'how the prefixes of the lists begin (default: after the folder)'),
    )
    .addOption(new Option('--model <model>', 'what recognition runs with (default: fun-asr-realtime)'))
    .addOption(
      new Option(
        '--delivery <how>',
        'how the words reach recognition: as a list of the account, or instant, with each request (default: list)',
      ).choices(deliveries),
    )
    .addOption(new Option('--name <vocabulary>', 'of the first vocabulary (default: general)'))
    .addOption(
      new Option('--word <text>', 'a word for it (repeatable)').argParser(collect).default([], 'examples'),
    )
    .addOption(
      new Option('--ci <system>', 'whose workflows to write (default: told from the repository)').choices(
        ciSystems,
      ),
    )
    .addOption(new Option('--yes', 'ask nothing, take the defaults').default(false))
    .addOption(new Option('--endpoint <url>', 'where to look for lists of the account: a URL, or `emulator`'))
    .addOption(
      new Option('--timeout <duration>', 'for one request of that look')
        .argParser(timeoutOption)
        .default(5000, '5s'),
    );
}
