using System.Security.Cryptography;
using System.Text;
using KediriLapor.Notifications.WebPush;
using Microsoft.AspNetCore.WebUtilities;

namespace KediriLapor.Model.Tests.Notifications;

public sealed class PushEncryptionTests
{
    /// <summary>RFC 8291, appendix A.</summary>
    private const string Message = "When I grow up, I want to be a watermelon";

    private static readonly byte[] Browser = Decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
    private static readonly byte[] Auth = Decode("BTBZMqHH6r4Tts7J_aSIgg");
    private static readonly byte[] SenderPrivate = Decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
    private static readonly byte[] SenderPublic = Decode("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
    private static readonly byte[] Salt = Decode("DGv6ra1nlYgDCS1FRnbzlw");

    private const string Sealed =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Test]
    public void The_example_of_the_standard_comes_out_byte_for_byte()
    {
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SenderPrivate, Q = new ECPoint { X = SenderPublic[1..33], Y = SenderPublic[33..] } });
        Assert.That(WebEncoders.Base64UrlEncode(PushEncryption.Encrypt(Encoding.UTF8.GetBytes(Message), Browser, Auth, paddedTo: 0, sender, Salt)), Is.EqualTo(Sealed));
    }

    [Test]
    public void Short_messages_are_equally_long_and_no_two_look_alike()
    {
        var (one, other) = (PushEncryption.Encrypt("a"u8, Browser, Auth, paddedTo: 1024), PushEncryption.Encrypt("lebih panjang"u8, Browser, Auth, paddedTo: 1024));
        Assert.That(one, Has.Length.EqualTo(other.Length));
        Assert.That(one[..16], Is.Not.EqualTo(other[..16]), "the salt");
        Assert.That(one[21..86], Is.Not.EqualTo(other[21..86]), "the sender's key");
    }

    [Test]
    public void The_longest_message_fills_the_record() =>
        Assert.That(PushEncryption.Encrypt(new byte[PushEncryption.MessageMax], Browser, Auth, paddedTo: 1024), Has.Length.EqualTo(4096));

    [Test]
    public void A_key_is_a_point_of_the_curve()
    {
        var off = (byte[])Browser.Clone();
        off[^1] ^= 1;
        Assert.That(P256.IsPoint(Browser), Is.True);
        Assert.That(new[] { off, Browser[..^1], new byte[65], [], null }.Select(P256.IsPoint), Is.All.False);
    }

    private static byte[] Decode(string text) => WebEncoders.Base64UrlDecode(text);
}
