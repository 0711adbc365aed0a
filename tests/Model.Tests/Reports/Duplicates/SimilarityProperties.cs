using CsCheck;
using KediriLapor.Reports.Duplicates;

namespace KediriLapor.Model.Tests.Reports.Duplicates;

/// <summary>The score is a judgement that can be followed: more likeness in any part never makes two reports less similar.</summary>
public class SimilarityProperties
{
    private static readonly Gen<Similarity> Pairs = Gen.Select(
        Gen.Double[0, 1_000].Nullable(), Gen.Double[0, 400], Gen.Enum<ServiceMatch>(), Gen.Double[0, 1],
        (metres, days, service, text) => new Similarity(metres, days, service, text));

    private static readonly string[] Heard = ["lampu", "jalan", "berlubang", "padam", "sampah", "menumpuk", "depan", "pasar"];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Gen.Int[0, Heard.Length - 1].Array[0, 12].Select(words => string.Join(' ', words.Select(word => Heard[word]))));

    [Test]
    public void It_is_between_nothing_and_all() => Pairs.Sample(pair => pair.Score is >= 0 and <= 1);

    [Test]
    public void Farther_is_never_more_similar() => Gen.Select(Pairs, Gen.Double[0, 500]).Sample(
        (pair, more) => pair.DistanceMetres is not { } metres || (pair with { DistanceMetres = metres + more }).Score <= pair.Score);

    [Test]
    public void Longer_ago_is_never_more_similar() => Gen.Select(Pairs, Gen.Double[0, 100]).Sample(
        (pair, more) => (pair with { DaysApart = pair.DaysApart + more }).Score <= pair.Score);

    [Test]
    public void A_nearer_service_is_never_less_similar() => Gen.Select(Pairs, Gen.Enum<ServiceMatch>()).Sample(
        (pair, service) => service < pair.Service || (pair with { Service = service }).Score >= pair.Score);

    [Test]
    public void More_words_in_common_are_never_less_similar() => Gen.Select(Pairs, Gen.Double[0, 1]).Sample(
        (pair, text) => text < pair.Text || (pair with { Text = text }).Score >= pair.Score);

    [Test]
    public void The_same_in_all_parts_is_all_and_beyond_reach_is_nothing()
    {
        Assert.That(new Similarity(0, 0, ServiceMatch.Same, 1).Score, Is.EqualTo(1));
        Assert.That(new Similarity(Similarity.Reach, 0, ServiceMatch.Same, 1).Score, Is.Zero);
        Assert.That(new Similarity(0, 0, ServiceMatch.Different, 0).Score, Is.Zero);
    }

    [TestCase(20, 1, ServiceMatch.Same, 0.1, true, TestName = "The same service next door, in other words, is suggested")]
    [TestCase(20, 1, ServiceMatch.Group, 0.4, true, TestName = "A service of the group in like words is suggested")]
    [TestCase(0, 0, ServiceMatch.Group, 0.0, false, TestName = "A service of the group without a word in common is not")]
    [TestCase(20, 1, ServiceMatch.Different, 0.3, false, TestName = "Another matter at the place is not")]
    [TestCase(200, 40, ServiceMatch.Same, 0.3, false, TestName = "The same service in the next street long ago is not")]
    public void What_is_suggested(double metres, double days, ServiceMatch service, double text, bool suggested) =>
        Assert.That(new Similarity(metres, days, service, text).Score >= Similarity.Least, Is.EqualTo(suggested));

    [Test]
    public void Words_are_as_like_one_way_as_the_other() => Gen.Select(Texts, Texts).Sample(
        (one, other) => new Trigrams(one).Likeness(new Trigrams(other)) is >= 0 and <= 1 and var likeness
            && likeness == new Trigrams(other).Likeness(new Trigrams(one)));

    [TestCase("Jalan berlubang di depan pasar", "jln berlobang depan pasar bandar", 0.6)]
    [TestCase("Sampah menumpuk", "tumpukan sampah", 0.5)]
    public void Typing_errors_and_affixes_leave_words_alike(string one, string other, double atLeast) =>
        Assert.That(new Trigrams(one).Likeness(new Trigrams(other)), Is.GreaterThanOrEqualTo(atLeast));

    [Test]
    public void Words_of_another_matter_are_not_alike() =>
        Assert.That(new Trigrams("Lampu penerangan padam sejak kemarin").Likeness(new Trigrams("Anjing liar masuk pekarangan")), Is.LessThan(0.25));

    [Test]
    public void A_pair_is_one_pair_whichever_is_named_first() => Gen.Select(Gen.Guid, Gen.Guid).Sample(
        (one, other) => SimilarityRejection.Pair(one, other) == SimilarityRejection.Pair(other, one));
}
