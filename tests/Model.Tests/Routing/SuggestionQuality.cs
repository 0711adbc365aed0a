using KediriLapor.Benchmarks.Suggest;

namespace KediriLapor.Model.Tests.Routing;

/// <summary>Floors under the figures of docs/decisions/0008: a change that loses texts must say so.</summary>
public class SuggestionQuality
{
    private static readonly string Folder = TestContext.CurrentContext.TestDirectory;

    [TestCase("blind.csv")]
    [TestCase("probe.csv")]
    [TestCase("alarms.csv")]
    [TestCase("walk.csv")]
    public void The_texts_of_another_day_are_understood(string file)
    {
        var reference = Path.Combine(Folder, "ReferenceData");
        var texts = LabelledText.Read(Path.Combine(Folder, file));
        var score = SuggestScore.Of(ReferenceIndex.Build(reference), ReferenceIndex.Places(reference), texts);
        Assert.Multiple(() =>
        {
            Assert.That(score.Top3, Is.GreaterThanOrEqualTo(0.95));
            Assert.That(score.EmergencyRecall, Is.EqualTo(1.0));
            Assert.That(score.FalseAlarms, Is.LessThanOrEqualTo(5));
        });
    }

    [TestCase("blind-2.csv")]
    [TestCase("fresh.csv")]
    public void Texts_that_no_weight_was_counted_from_are_understood(string file)
    {
        var reference = Path.Combine(Folder, "ReferenceData");
        var texts = LabelledText.Read(Path.Combine(Folder, file));
        var score = SuggestScore.Of(ReferenceIndex.Build(reference), ReferenceIndex.Places(reference), texts);
        Assert.Multiple(() =>
        {
            Assert.That(score.Top3, Is.GreaterThanOrEqualTo(0.92));
            Assert.That(score.EmergencyRecall, Is.GreaterThanOrEqualTo(0.93));
            Assert.That(score.FalseAlarms, Is.LessThanOrEqualTo(score.OrdinaryTexts * 0.08));
        });
    }

    [Test]
    public void The_labelled_texts_are_understood()
    {
        var reference = Path.Combine(Folder, "ReferenceData");
        var texts = LabelledText.Read(Path.Combine(Folder, "texts.csv"));
        var score = SuggestScore.Of(ReferenceIndex.Build(reference), ReferenceIndex.Places(reference), texts);
        Assert.Multiple(() =>
        {
            Assert.That(score.Texts, Is.GreaterThanOrEqualTo(220));
            Assert.That(score.Top1, Is.GreaterThanOrEqualTo(0.90));
            Assert.That(score.Top3, Is.GreaterThanOrEqualTo(0.95));
            Assert.That(score.EmergencyRecall, Is.EqualTo(1.0));
            Assert.That(score.FalseAlarms, Is.LessThanOrEqualTo(4));
            Assert.That(score.WardRecall, Is.GreaterThanOrEqualTo(0.95));
            Assert.That(score.WardFalseHits, Is.LessThanOrEqualTo(2));
            Assert.That(score.NoiseOnSilent, Is.Zero);
        });
    }

    [Test]
    public void Every_service_has_a_labelled_text()
    {
        var codes = ReferenceIndex.Services(Path.Combine(Folder, "ReferenceData")).Select(service => service.Code);
        Assert.That(LabelledText.Read(Path.Combine(Folder, "texts.csv")).Select(text => text.Service), Is.SupersetOf(codes));
    }
}
