using CsCheck;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

public class TrackingCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly string[] Codes = [.. Enumerable.Range(0, 50).Select(_ => TrackingCode.New().Value)];

    [Test]
    public void A_new_code_reads_back_as_itself_in_every_form()
    {
        foreach (var code in Enumerable.Range(0, 2_000).Select(_ => TrackingCode.New()))
        {
            Assert.That(code.ToString(), Does.Match("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$"));
            Assert.That(Read(code.ToString()), Is.EqualTo(code));
            Assert.That(Read(code.Value), Is.EqualTo(code));
            Assert.That(TrackingCode.FromStored(code.Value), Is.EqualTo(code));
        }
    }

    [Test]
    public void Ten_thousand_new_codes_are_ten_thousand_codes() =>
        Assert.That(Enumerable.Range(0, 10_000).Select(_ => TrackingCode.New()), Is.Unique);

    [TestCase("{0}", TestName = "As printed")]
    [TestCase(" {0} ", TestName = "With spaces around")]
    [TestCase("{0}\r\n", TestName = "Pasted with a line break")]
    [TestCase("\t{0}\u00a0", TestName = "Pasted with a tab and a hard space")]
    public void A_code_reads_through_white_space(string form)
    {
        var code = TrackingCode.New();
        Assert.That(Read(string.Format(null, form, code)), Is.EqualTo(code));
    }

    [Test]
    public void A_code_reads_in_lower_case_with_letters_for_digits_and_any_dashes()
    {
        var code = CodeWith("0011");
        Assert.Multiple(() =>
        {
            Assert.That(Read(code.ToString().ToLowerInvariant()), Is.EqualTo(code));
            Assert.That(Read("oO" + "iL" + code.Value[4..]), Is.EqualTo(code));
            Assert.That(Read("Oo" + "Il" + code.Value[4..]), Is.EqualTo(code));
            Assert.That(Read(string.Join(" - ", code.Value.Chunk(2).Select(pair => new string(pair)))), Is.EqualTo(code));
            Assert.That(Read(code.ToString().Replace('-', '–')), Is.EqualTo(code), "as a phone writes it");
        });
    }

    [Test]
    public void Every_single_wrong_character_is_found()
    {
        var wrong =
            from code in Codes
            from position in Enumerable.Range(0, code.Length)
            from other in Alphabet
            where other != code[position]
            select code[..position] + other + code[(position + 1)..];
        Assert.That(wrong.Count(text => TrackingCode.TryParse(text, out _)), Is.Zero, $"of {Codes.Length * 11 * 31}");
    }

    /// <summary>Of the 31 pairs a character can make with another, weights two apart miss the one that differs by 16.</summary>
    [Test]
    public void Two_swapped_neighbours_are_found_unless_they_differ_by_sixteen()
    {
        var swaps = (
            from position in Enumerable.Range(0, 9)
            from left in Alphabet
            from right in Alphabet
            where left != right
            let code = CodeWith(left.ToString() + right, position)
            let swapped = code.Value[..position] + right + left + code.Value[(position + 2)..]
            select (Missed: TrackingCode.TryParse(swapped, out _), Far: Math.Abs(Alphabet.IndexOf(left) - Alphabet.IndexOf(right)) == 16)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(swaps, Has.All.Matches<(bool Missed, bool Far)>(swap => swap.Missed == swap.Far));
            Assert.That(swaps.Count(swap => swap.Missed) / (double)swaps.Length, Is.EqualTo(1 / 31d).Within(1e-9), "96.8 % are found");
        });
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("-----------")]
    [TestCase("7F3K-9QX2")]
    [TestCase("UUUU-UUUU-UUU")]
    [TestCase("７Ｆ３Ｋ-９ＱＸ２-Ｍ４Ｄ")]
    [TestCase("'; DROP TABLE reports; --")]
    public void Junk_is_no_code(string? text) => Assert.That(TrackingCode.TryParse(text, out _), Is.False);

    [Test]
    public void Whatever_is_sent_is_read_or_refused_and_what_is_read_is_a_code() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char[Alphabet + "oil- "], 0, 45]).Sample(
            text => !TrackingCode.TryParse(text, out var code) || TrackingCode.TryParse(code.ToString(), out var again) && again == code && code.Value.All(Alphabet.Contains),
            iter: 50_000);

    private static TrackingCode Read(string text) => TrackingCode.TryParse(text, out var code) ? code : throw new AssertionException($"“{text}” was not read");

    /// <summary>A valid code with these characters at this place.</summary>
    private static TrackingCode CodeWith(string part, int position = 0)
    {
        var body = "7F3K9QX2M4"[..position] + part + "7F3K9QX2M4"[(position + part.Length)..];
        return Alphabet.Select(check => body + check).Where(text => TrackingCode.TryParse(text, out _)).Select(TrackingCode.FromStored).Single();
    }
}
