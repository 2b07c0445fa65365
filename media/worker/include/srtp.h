// Offers the part of libsrtp 3's interface that mediasoup's worker calls, on top of libsrtp 2, which is what Debian ships.
// Two things differ between them: in libsrtp 3 a policy is an opaque object filled through setters, and packets are
// protected from one buffer into another; in libsrtp 2 a policy is a plain struct and packets are protected in place.
#ifndef AJAR_SRTP_H
#define AJAR_SRTP_H

// libsrtp 2's struct takes another name, so that libsrtp 3's pointer type can have this one.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Values from libsrtp 3's srtp_err_status_t.
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(29);

struct ajar_srtp_policy
{
	srtp2_policy_t settings{};
	// libsrtp 2 takes key and salt as one run of bytes. It copies them in srtp_create().
	uint8_t keyAndSalt[SRTP_MAX_KEY_LEN]{};

	// Fills the key with zeros in a way the compiler may not leave out.
	~ajar_srtp_policy()
	{
		volatile uint8_t* byte = keyAndSalt;

		for (size_t i = 0; i < sizeof(keyAndSalt); ++i)
		{
			byte[i] = 0;
		}
	}
};

using srtp_policy_t = ajar_srtp_policy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new (std::nothrow) ajar_srtp_policy();

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->settings.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto err = srtp_crypto_policy_set_from_profile_for_rtp(&policy->settings.rtp, profile);

	if (err != srtp_err_status_ok)
	{
		return err;
	}

	return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->settings.rtcp, profile);
}

// The worker uses one key and no MKI, so neither is offered.
inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLen,
  const uint8_t* salt,
  size_t saltLen,
  const uint8_t* mki,
  size_t mkiLen)
{
	if (mki != nullptr || mkiLen != 0 || policy->settings.key != nullptr)
	{
		return srtp_err_status_bad_param;
	}

	if (keyLen > sizeof(policy->keyAndSalt) || saltLen > sizeof(policy->keyAndSalt) - keyLen)
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->keyAndSalt, key, keyLen);
	std::memcpy(policy->keyAndSalt + keyLen, salt, saltLen);
	policy->settings.key = policy->keyAndSalt;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->settings.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t windowSize)
{
	policy->settings.window_size = static_cast<unsigned long>(windowSize);

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, static_cast<const srtp2_policy_t*>(&policy->settings));
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

namespace ajar
{
	using SrtpCall = srtp_err_status_t (*)(srtp_t session, void* packet, int* len);

	// Copies the packet into `out` (unless it is there already) and lets libsrtp 2 work on it in place.
	// `growth` is how many bytes the call may add, `*outLen` the room in `out` before and the packet's length after.
	inline srtp_err_status_t callInPlace(
	  SrtpCall call, srtp_t session, const uint8_t* in, size_t inLen, uint8_t* out, size_t* outLen, size_t growth)
	{
		if (*outLen < growth || inLen > *outLen - growth || inLen > static_cast<size_t>(INT32_MAX))
		{
			return srtp_err_status_buffer_small;
		}

		if (out != in)
		{
			std::memmove(out, in, inLen);
		}

		int len        = static_cast<int>(inLen);
		const auto err = call(session, out, &len);

		if (err == srtp_err_status_ok)
		{
			*outLen = static_cast<size_t>(len);
		}

		return err;
	}
} // namespace ajar

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* rtp, size_t rtpLen, uint8_t* srtp, size_t* srtpLen, size_t /*mkiIndex*/)
{
	return ajar::callInPlace(srtp_protect, session, rtp, rtpLen, srtp, srtpLen, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* srtp, size_t srtpLen, uint8_t* rtp, size_t* rtpLen)
{
	return ajar::callInPlace(srtp_unprotect, session, srtp, srtpLen, rtp, rtpLen, 0);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* rtcp, size_t rtcpLen, uint8_t* srtcp, size_t* srtcpLen, size_t /*mkiIndex*/)
{
	// SRTCP adds its 4-byte index on top of the trailer.
	return ajar::callInPlace(srtp_protect_rtcp, session, rtcp, rtcpLen, srtcp, srtcpLen, SRTP_MAX_TRAILER_LEN + 4);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* srtcp, size_t srtcpLen, uint8_t* rtcp, size_t* rtcpLen)
{
	return ajar::callInPlace(srtp_unprotect_rtcp, session, srtcp, srtcpLen, rtcp, rtcpLen, 0);
}

#endif
