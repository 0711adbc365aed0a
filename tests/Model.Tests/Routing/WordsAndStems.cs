using KediriLapor.Routing;

namespace KediriLapor.Model.Tests.Routing;

public class WordsAndStems
{
    [TestCase("Tolooong PAAAK!!!", "tolong pak")]
    [TestCase("bapak2 rt03 lampu-lampu", "bapak 2 rt 03 lampu")]
    [TestCase("Jum'at é dhuwur thok", "jumat e duwur tok")]
    [TestCase("🙏🔥 . \ud800 …", "")]
    public void Text_is_folded_to_plain_words(string text, string words) =>
        Assert.That(string.Join(' ', Words.Fold(text)), Is.EqualTo(words));

    [Test]
    public void Abbreviations_do_not_end_a_sentence() =>
        Assert.That(Words.Of("Kel. Pojok jl. Raung. Mati").Select(word => word.Sentence), Is.EqualTo(new[] { 0, 0, 0, 0, 1 }));

    [TestCase("menolong", "tolong")]
    [TestCase("diperbaiki", "baik")]
    [TestCase("lampunya", "lampu")]
    [TestCase("omahe", "omah")]
    [TestCase("ngambil", "ambil")]
    [TestCase("penyemprotan", "semprot")]
    [TestCase("dikerukno", "keruk")]
    public void Affixes_come_off_in_both_languages(string word, string root) =>
        Assert.That(Stemmer.Candidates(word), Does.Contain(root));

    [TestCase("sampha", "sampah")]
    [TestCase("smpah", "sampah")]
    [TestCase("kebakran", "kebakaran")]
    [TestCase("matii", "mati")]
    public void A_slip_of_the_finger_is_within_tolerance(string typed, string meant) =>
        Assert.That(
            Spelling.Distance(typed, meant, Spelling.Tolerance(typed.Length)),
            Is.LessThanOrEqualTo(Spelling.Tolerance(typed.Length)));

    [TestCase("bayar", "bakar")]
    [TestCase("lapar", "lapor")]
    [TestCase("api", "apa")]
    public void Another_word_is_not(string typed, string other) =>
        Assert.That(
            Spelling.Distance(typed, other, Spelling.Tolerance(typed.Length) - 0.25f),
            Is.EqualTo(float.PositiveInfinity));
}
