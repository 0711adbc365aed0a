using KediriLapor.Routing;

namespace KediriLapor.Model.Tests.Routing;

public sealed class RoutingSentenceTests
{
    private static readonly (string Name, string English) Light = ("Lampu PJU padam", "Street light out");
    private static readonly (string Short, string Full) Dishub = ("Dishub", "Dinas Perhubungan");

    [TestCase(RoutingTarget.Agency, false, "“Street light out” is the task of Dishub.")]
    [TestCase(RoutingTarget.Kelurahan, true, "“Street light out” with your answer is handled by the kelurahan in which it happened, Dishub.")]
    [TestCase(RoutingTarget.Kecamatan, false, "“Street light out” is handled by the kecamatan in which it happened, Dishub.")]
    public void What_was_kept_in_Indonesian_is_found_again_in_English(RoutingTarget target, bool answered, string english)
    {
        var kept = RoutingSentence.Responsible(target, Light, answered, Dishub.Short).Indonesian;
        Assert.That(RoutingSentence.EnglishOf(kept, Light, Dishub, borderMetres: null), Is.EqualTo(english));
    }

    [Test]
    public void Why_nobody_is_responsible_yet_is_found_again_with_its_metres()
    {
        var kept = RoutingSentence.NearBorder(12.4).Indonesian;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RoutingSentence.EnglishOf(kept, Light, agency: null, 12.4), Does.Contain("only 12 m from the border"));
            Assert.That(RoutingSentence.EnglishOf(RoutingSentence.Guessed.Indonesian, Light, agency: null, null), Is.EqualTo(RoutingSentence.Guessed.English));
            Assert.That(RoutingSentence.EnglishOf(RoutingSentence.Forwarded(Dishub.Full).Indonesian, Light, Dishub, null), Is.EqualTo("Passed on to Dinas Perhubungan by disposisi."));
        }
    }

    [Test]
    public void A_persons_words_have_no_English_and_nor_has_what_was_renamed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RoutingSentence.EnglishOf("Kami teruskan ke Dishub.", Light, Dishub, null), Is.Null);
            Assert.That(RoutingSentence.EnglishOf("“Lampu jalan padam” menjadi tugas Dishub.", Light, Dishub, null), Is.Null);
            Assert.That(RoutingSentence.EnglishOf(null, Light, Dishub, null), Is.Null);
        }
    }
}
