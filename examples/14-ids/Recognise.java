import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a consumer recognises with, as one object: its id does nothing with another model. */
public class Recognise {
    /** Without a list there is no id, and without instant words there are no words: null, and left out of the call. */
    record Recognition(String model, String vocabularyId, Map<String, Integer> vocabulary) {
        /** The JDK has no reader of JSON, and a file of the form dotenv needs none. */
        static Recognition of(String consumer, Path file) throws IOException {
            Map<String, String> variables = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                String[] pair = line.split("=", 2);
                variables.put(pair[0], pair[1]);
            }
            String variable = "VOCAB_" + consumer.toUpperCase().replaceAll("[^A-Z0-9]+", "_");
            String model = variables.get(variable + "_MODEL");
            if (model == null) {
                throw new IllegalStateException(file + " has no consumer " + consumer + ": is its list OK?");
            }
            String words = variables.get(variable + "_VOCABULARY");
            return new Recognition(model, variables.get(variable + "_ID"), words == null ? null : wordsOf(words));
        }

        /** Words are one line of JSON, in which no text has a quote, and \\uXXXX is the only escape. */
        private static Map<String, Integer> wordsOf(String json) {
            Map<String, Integer> words = new LinkedHashMap<>();
            Matcher entry = Pattern.compile("\"([^\"]*)\":(\\d+)").matcher(json);
            while (entry.find()) {
                words.put(unescaped(entry.group(1)), Integer.valueOf(entry.group(2)));
            }
            return words;
        }

        private static String unescaped(String text) {
            return Pattern.compile("\\\\u(\\p{XDigit}{4})").matcher(text).replaceAll(
                    escape -> Matcher.quoteReplacement("" + (char) Integer.parseInt(escape.group(1), 16)));
        }
    }

    public static void main(String[] args) throws IOException {
        Recognition recognition = Recognition.of(args[0], Path.of("build/vocabularies.env"));
        // Hand all of it to the same call of the SDK: `model`, `vocabularyId`, and the words as `parameter("vocabulary", …)`.
        System.out.println(recognition.model());
        if (recognition.vocabularyId() != null) System.out.println(recognition.vocabularyId());
        if (recognition.vocabulary() != null) System.out.println(recognition.vocabulary());
    }
}
