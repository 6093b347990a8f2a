import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Reads what a consumer recognises with, as one object: its id does nothing with another model. */
public class Recognise {
    record Recognition(String model, String vocabularyId) {
        /** The file of the form dotenv is one of properties too. */
        static Recognition of(String consumer, Path file) throws IOException {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            String variable = "VOCAB_" + consumer.toUpperCase().replaceAll("[^A-Z0-9]+", "_");
            String model = properties.getProperty(variable + "_MODEL");
            if (model == null) {
                throw new IllegalStateException(file + " has no consumer " + consumer + ": is its list OK?");
            }
            return new Recognition(model, properties.getProperty(variable + "_ID"));
        }
    }

    public static void main(String[] args) throws IOException {
        Recognition recognition = Recognition.of(args[0], Path.of("build/vocabularies.env"));
        // Hand both to the same call of the SDK.
        System.out.println(recognition.model() + " " + recognition.vocabularyId());
    }
}
